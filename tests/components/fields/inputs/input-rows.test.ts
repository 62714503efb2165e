import { expect, test } from "vitest";
import { keyOf, readInputs, relabelled } from "@/components/fields/inputs/input-rows";

test("a key is the label as a template can name it", () => {
  expect(keyOf("First name")).toBe("first_name");
  expect(keyOf("Wie heißt du, Größe?")).toBe("wie_heisst_du_grosse");
  expect(keyOf("2nd choice")).toBe("_2nd_choice");
  expect(keyOf("  ")).toBe("");
});

test("the key follows the label until somebody gives it one", () => {
  const [row] = readInputs([{}]);
  if (!row) throw new Error("There is no row.");
  const named = relabelled(row, "First name");
  expect(named).toMatchObject({ label: "First name", key: "first_name" });
  expect(relabelled(named, "Name")).toMatchObject({ key: "name" });
  expect(relabelled({ ...named, key: "who" }, "Name")).toMatchObject({ key: "who" });
});

test("whatever a draft holds is shown as an input", () => {
  expect(readInputs([{ key: "a", label: "A", type: "number", isRequired: true }, 3])).toEqual([
    { key: "a", label: "A", type: "number", isRequired: true },
    { key: "", label: "", type: "text", isRequired: false },
  ]);
  expect(readInputs(null)).toEqual([]);
});

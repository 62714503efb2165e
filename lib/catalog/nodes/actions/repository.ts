import type { Fill } from "@/lib/catalog/nodes/fill";
import { neededLine } from "@/lib/catalog/nodes/lines";
import { neededPath } from "@/lib/catalog/nodes/path-part";

/** The setting that says which repository a step is about. */
export const repositoryField = neededLine("Enter the repository.", {
  label: "Repository",
  placeholder: "octocat/hello-world",
  help: "Whose it is, a slash, and its name, as in its address.",
});

/** The two parts of a repository's name, as they stand in a path. */
export function neededRepository(fill: Fill, template: string): string {
  const fullName = neededPath(fill, template, "There is no repository to go to.");
  if (fullName !== "" && !/^[^/]+\/[^/]+$/.test(fullName)) {
    fill.complain("A repository is written as whose it is, a slash, and its name.");
  }
  return fullName;
}

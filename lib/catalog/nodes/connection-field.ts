import { field } from "@/lib/domain/forms/field";
import { idSchema } from "@/lib/domain/ids";

/** The setting by which a node names its connection. */
export const neededConnection = field(idSchema("connection", "Choose a connection."), {
  label: "Connection",
  widget: "connection",
});

/** The same for a node that works without one, too. */
export const optionalConnection = field(idSchema("connection", "Choose a connection.").optional(), {
  label: "Sign in with",
  widget: "connection",
  help: "A saved connection, so that no password stands in the drawing.",
});

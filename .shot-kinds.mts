import { writeFileSync } from "node:fs";
import { connectionKinds } from "./lib/catalog/connections/index";
writeFileSync("/tmp/a2-kinds.json", JSON.stringify(connectionKinds.map(({ id, name, sample }) => ({ id, name, sample }))));

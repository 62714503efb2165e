import { nodes } from "./lib/catalog/nodes/index";
for (const n of nodes) console.log(n.type + ": " + n.fields.map((f) => `${f.key}[${f.label}|${f.widget}${f.isRequired ? "|req" : ""}${f.default !== undefined ? "|=" + JSON.stringify(f.default) : ""}${f.placeholder ? "|ph" : ""}${f.choices ? "|" + f.choices.map((c) => c.value).join("/") : ""}]`).join(" "));

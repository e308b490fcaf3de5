// Reads every model as Camunda Modeler does, lints it, and validates the element templates. Says what is wrong, exit code 1.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { validateAll } from "@bpmn-io/element-templates-validator/dist/index.js";
import { BpmnModdle } from "bpmn-moddle";

const require = createRequire(import.meta.url);
const { Linter } = require("bpmnlint");
const NodeResolver = require("bpmnlint/lib/resolver/node-resolver.js");
const camunda = require("camunda-bpmn-moddle/resources/camunda.json");
const rules = require("./bpmnlint.json");

const shipped = fileURLToPath(new URL("../../bpmn", import.meta.url));
const plan = path.resolve(process.argv[2] ?? shipped);
const faults = [];
const warnings = [];

function files(folder, end) {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder).filter((name) => name.endsWith(end)).sort();
}

async function model(name) {
  const moddle = new BpmnModdle({ camunda });
  const { rootElement, warnings: unread } = await moddle.fromXML(readFileSync(path.join(plan, name), "utf8"));
  unread.forEach((it) => faults.push(`${name}: ${it.message}`));
  const linter = new Linter({ config: rules, resolver: new NodeResolver({ require }) });
  const reports = await linter.lint(rootElement);
  for (const [rule, found] of Object.entries(reports)) {
    found.forEach((it) => {
      (it.category === "warn" ? warnings : faults).push(`${name}: ${it.id ?? ""} ${it.name ?? ""}: ${it.message} (${rule})`);
    });
  }
}

function template(name) {
  const content = JSON.parse(readFileSync(path.join(plan, "templates", name), "utf8"));
  const { valid, results } = validateAll([content].flat());
  if (!valid) {
    results.flatMap((it) => it.errors ?? []).forEach((it) => faults.push(`templates/${name}: ${it.message}`));
  }
}

const models = files(plan, ".bpmn");
const templates = files(path.join(plan, "templates"), ".json");
for (const name of models) {
  await model(name);
}
templates.forEach(template);

warnings.forEach((it) => console.log(`warning: ${it}`));
faults.forEach((it) => console.log(`error: ${it}`));
console.log(`${models.length} models, ${templates.length} template files: ${faults.length} errors, ${warnings.length} warnings`);
if (models.length === 0 || (plan === shipped && templates.length === 0) || faults.length > 0) {
  process.exitCode = 1;
}

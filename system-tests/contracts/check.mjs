// Independent tools look at Herald's contracts: ajv at the schemas and their examples, the parser of the AsyncAPI initiative at
// the document of the topics, and a validator of OpenAPI at the document of the HTTP API. Exit code 1 when one of them objects.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fromFile, Parser } from "@asyncapi/parser";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const ROOT = process.env.HERALD_ROOT ?? join(import.meta.dirname, "../..");
const CONTRACTS = join(ROOT, "common-model/src/main/resources/contracts");
const ASYNCAPI = "docs/asyncapi.yaml";
const OPENAPI = "gateway-service/src/main/resources/openapi/openapi.yaml";

let objections = 0;

function object(what, why) {
  objections++;
  console.error(`✘ ${what}: ${why}`);
}

const json = (file) => JSON.parse(readFileSync(file, "utf8"));

const schemas = () => readdirSync(CONTRACTS).filter((it) => it.endsWith(".schema.json"));

/** Whether each example is what its folder says. What a schema can't say is in `refused`: to a schema it is valid. */
function checkExamples(name, validate) {
  let count = 0;
  for (const kind of ["valid", "refused", "invalid"]) {
    const folder = join(CONTRACTS, "examples", name, kind);
    for (const file of existsSync(folder) ? readdirSync(folder) : []) {
      const accepted = validate(json(join(folder, file)));
      if (accepted && kind === "invalid") object(`${name}/${kind}/${file}`, "is accepted");
      if (!accepted && kind !== "invalid") object(`${name}/${kind}/${file}`, JSON.stringify(validate.errors));
      count++;
    }
  }
  return count;
}

function checkSchemas() {
  // errorMessage holds our own words for a rule that is broken.
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  ajv.addVocabulary(["errorMessage"]);
  addFormats.default(ajv);
  for (const file of schemas()) {
    const schema = json(join(CONTRACTS, file));
    const name = file.replace(".schema.json", "");
    try {
      const validate = ajv.compile(schema);
      for (const example of schema.examples ?? []) {
        if (!validate(example)) object(`${file}: its own example`, JSON.stringify(validate.errors));
      }
      console.log(`  ${file}: ${checkExamples(name, validate)} examples`);
    } catch (error) {
      object(file, error.message);
    }
  }
}

async function checkAsyncApi() {
  const { document, diagnostics } = await fromFile(new Parser(), join(ROOT, ASYNCAPI)).parse();
  // 0 is an error, 1 a warning; what follows is advice.
  for (const it of diagnostics.filter((it) => it.severity <= 1)) object(ASYNCAPI, `${it.path.join(".")}: ${it.message}`);
  if (document) console.log(`  ${ASYNCAPI}: ${document.channels().length} channels, ${document.operations().length} operations`);
}

async function checkOpenApi() {
  const file = join(ROOT, OPENAPI);
  if (!existsSync(file)) {
    console.log(`  ${OPENAPI}: there is none yet`);
    return;
  }
  const validator = new Validator();
  // The gateway serves the schemas beside the document, and the document refers to them there.
  for (const schema of schemas()) await validator.addSpecRef(json(join(CONTRACTS, schema)), `/contracts/${schema}`);
  const { valid, errors } = await validator.validate(file);
  if (!valid) object(OPENAPI, JSON.stringify(errors, null, 2));
  const paths = Object.keys(validator.specification?.paths ?? {}).length;
  console.log(`  ${OPENAPI}: OpenAPI ${validator.version}, ${paths} paths`);
}

checkSchemas();
await checkAsyncApi();
await checkOpenApi();
console.log(objections ? `${objections} objections` : "✔ the contracts are valid");
process.exit(objections ? 1 : 0);

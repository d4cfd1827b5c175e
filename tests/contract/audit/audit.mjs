// Audits a running endpoint: node audit.mjs URL. One line per audit; exit code 1 when one is not "ok".
import { auditServer } from "graphql-http";

const results = await auditServer({ url: process.argv[2] });
for (const { id, name, status, reason } of results) {
  console.log(`${status}\t${id}\t${name}${reason ? `\t${reason}` : ""}`);
}
process.exitCode = results.every(({ status }) => status === "ok") ? 0 : 1;

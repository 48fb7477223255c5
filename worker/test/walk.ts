import assert from "node:assert/strict";
import { openApi, violations, type Operation, type Schema } from "./document.ts";
import type { Answer } from "./http.ts";

/** A table-wide check: the status is documented for the operation, and the body is what the document says. */
export function assertDocumented(operation: Operation, answer: Answer, what: string) {
  const where = `${operation.operationId}, ${what}: ${answer.status} ${answer.text.slice(0, 300)}`;
  assert.ok(answer.status < 500, where);
  const response = operation.responses[String(answer.status)];
  assert.ok(response, `status is not documented: ${where}`);
  assertCommon(answer, where);
  if (!response.content) {
    assert.equal(answer.text, "", where);
    return;
  }
  const [[type, { schema }]] = Object.entries(response.content) as [[string, { schema: Schema }]];
  assert.equal(answer.headers["content-type"]?.split(";")[0], type, where);
  assert.deepEqual(violations(schema, answer.json()), [], where);
  if (answer.status >= 400) assertProblem(answer, answer.status);
}

/** The documented problem shape (RFC 9457), whatever the path. */
export function assertProblem(answer: Answer, status: number, code?: string) {
  const where = `${answer.status} ${answer.text.slice(0, 300)}`;
  assert.equal(answer.status, status, where);
  assert.equal(answer.headers["content-type"]?.split(";")[0], "application/problem+json", where);
  const problem = answer.json();
  assert.deepEqual(violations(openApi.components.schemas.Problem!, problem), [], where);
  assert.equal(problem.status, status, where);
  assert.equal(problem.requestId, answer.headers["x-request-id"], where);
  assert.ok(String(problem.type).endsWith(`#${String(problem.code)}`), where);
  assert.match(answer.headers["cache-control"] ?? "", /no-store/, where);
  if (status === 401) assert.match(String(answer.headers["www-authenticate"]), /^Bearer/, where);
  if (status === 429) assert.match(String(answer.headers["retry-after"]), /^[1-9]\d*$/, where);
  if (code !== undefined) assert.equal(problem.code, code, where);
  assert.doesNotMatch(answer.text, /stack|node_modules|postgres|select |portal\.[a-z_]+\(/i, where);
}

/** What every answer says. */
export function assertCommon(answer: Answer, where = answer.text.slice(0, 200)) {
  const { headers } = answer;
  assert.match(headers["x-request-id"]?.toString() ?? "", /^[0-9a-f-]{36}$/, where);
  assert.equal(headers["x-content-type-options"], "nosniff", where);
  assert.match(headers["content-security-policy"]?.toString() ?? "", /frame-ancestors 'none'/, where);
  assert.ok(headers["referrer-policy"], where);
  assert.ok(headers["cache-control"], where);
  assert.equal(headers["cross-origin-opener-policy"], "same-origin", where);
}

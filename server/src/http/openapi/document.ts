import * as z from "zod";
import { version } from "../../version.ts";
import { ROUTE_RULES } from "../admin/route-rules.ts";
import { answers } from "./answers.ts";
import type { Operation, Operations } from "./operation.ts";
import { ownerOperations } from "./owner-operations.ts";
import { visitorOperations } from "./visitor-operations.ts";

const JSON_TYPE = "application/json";
const PROBLEM = { $ref: "#/components/responses/Problem" };

/** The visitor API and the owner API as one OpenAPI document (3.1), made from what judges the requests. */
export function createOpenApiDocument(publicUrl: string): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Errand",
      version,
      description: "The visitor API is what a widget calls; the owner API is what the dashboard calls.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: publicUrl }],
    paths: {
      ...toPaths("/v1", visitorOperations, [{ session: [] }]),
      ...toPaths("/admin/v1", ownerOperations, [{ operator: [] }, { cookie: [], csrf: [] }]),
    },
    components: {
      schemas: Object.fromEntries(
        Object.entries({ ...answers, Problem: problemSchema }).map(([name, schema]) => [
          name,
          toSchema(schema, "output"),
        ]),
      ),
      responses: {
        Problem: {
          description: "What went wrong (RFC 9457)",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
      securitySchemes: {
        session: { type: "http", scheme: "bearer", description: "Answer of POST /v1/sessions" },
        operator: { type: "http", scheme: "bearer", description: "Value of ERRAND_ADMIN_TOKEN" },
        cookie: {
          type: "apiKey",
          in: "cookie",
          name: publicUrl.startsWith("https:") ? "__Host-errand_admin" : "errand_admin",
        },
        csrf: {
          type: "apiKey",
          in: "header",
          name: "X-CSRF-Token",
          description: "With every method but GET",
        },
      },
    },
  };
}

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
});

/** RFC 9110 §13.1.1. */
const IF_MATCH = {
  name: "If-Match",
  in: "header",
  description: "The ETag that the change is made of; 412 when somebody else changed it since",
  schema: { type: "string" },
};

function toPaths(base: string, operations: Operations, security: object[]): Record<string, object> {
  const paths: Record<string, Record<string, object>> = {};
  for (const [route, operation] of Object.entries(operations)) {
    const [method = "", path = ""] = route.split(" ");
    const address = base + path.replaceAll(/:(\w+)/g, "{$1}");
    const described = toOperation(route, operation, operation.isOpen ? [] : security);
    paths[address] = { ...paths[address], [method.toLowerCase()]: described };
  }
  return paths;
}

function toOperation(route: string, operation: Operation, security: object[]): object {
  const { summary, tag, body, status = 200 } = operation;
  const rule = ROUTE_RULES.find(({ method, path }) => `${method} ${path}` === route);
  const parameters = [
    ...pathParameters(route),
    ...queryParameters(operation),
    ...(operation.isVersioned && /^(?:PUT|PATCH|DELETE) /.test(route) ? [IF_MATCH] : []),
  ];
  return {
    operationId: toOperationId(route),
    summary,
    tags: [tag],
    security,
    ...(rule ? { "x-least-role": rule.role } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? { requestBody: { required: true, content: { [JSON_TYPE]: { schema: toSchema(body, "input") } } } }
      : {}),
    responses: { [status]: toResponse(operation), default: PROBLEM },
  };
}

function toResponse({ status, answer, many, isVersioned, media = JSON_TYPE }: Operation): object {
  if (status === 204) return { description: "Done" };
  const schema = answer === undefined ? { type: "string" } : toAnswerSchema(answer, many);
  return {
    description: answer ?? media,
    ...(isVersioned && { headers: { ETag: { schema: { type: "string" } } } }),
    content: { [media]: { schema } },
  };
}

function toAnswerSchema(answer: string, many: Operation["many"]): object {
  const one = { $ref: `#/components/schemas/${answer}` };
  if (many === undefined) return one;
  const cursor = many === "page" ? { nextCursor: { type: ["string", "null"] } } : {};
  const properties = { items: { type: "array", items: one }, ...cursor };
  return { type: "object", properties, required: Object.keys(properties) };
}

function pathParameters(route: string): object[] {
  return [...route.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters({ query }: Operation): object[] {
  if (!query) return [];
  const { properties = {}, required = [] } = toSchema(query, "input") as {
    properties?: Record<string, object>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

/** `POST /sites/:site/actions` → `postSitesActions`; a parameter at the end makes it one thing. */
function toOperationId(route: string): string {
  const [method = "", path = ""] = route.split(" ");
  const words = path
    .split("/")
    .filter(Boolean)
    .map((word) => word.replace(/^:/, "by-"));
  const camel = words
    .flatMap((word) => word.split(/[-_]/))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return method.toLowerCase() + camel.join("");
}

/** JSON Schema 2020-12, which OpenAPI 3.1 speaks; what only code can judge is left out. */
function toSchema(schema: z.ZodType, io: "input" | "output"): object {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    reused: "inline",
  });
  return withoutRecursion(described) as object;
}

/**
 * The one recursive schema is that of any JSON value. A reference to it would be read from the root of the whole
 * document, so what may be anything says so by itself.
 */
function withoutRecursion(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRecursion);
  if (typeof value !== "object" || value === null) return value;
  if ("$ref" in value) return {};
  const members = Object.entries(value).filter(([name]) => name !== "$defs");
  return Object.fromEntries(members.map(([name, part]) => [name, withoutRecursion(part)]));
}

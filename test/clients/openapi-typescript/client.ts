// An evening with a throw-away panel, by a client whose types are generated.
import createClient from "openapi-fetch";
import type { paths } from "./schema.js";

// Of Node's types nothing else is needed.
declare const process: { readonly argv: readonly string[] };

const [, , baseUrl = ""] = process.argv;
const api = createClient<paths>({ baseUrl });

const { data: panel } = await api.POST("/v1/panels", { body: {} });
if (panel === undefined) throw new Error("no panel");
const path = { panel: panel.id };

const texted = await api.POST("/v1/panels/{panel}/texts", {
	params: { path, header: { "Idempotency-Key": "1" } },
	body: { text: "PROG 7982 MODE:A" },
});
const armed = await api.POST("/v1/panels/{panel}/wait", {
	params: { path },
	body: {
		for: { state: { path: "runtime.mode", value: "away" } },
		within: "1m",
	},
});
const refused = await api.POST("/v1/panels/{panel}/steps", {
	params: { path },
	body: { step: "zone 3 explode" },
});
await api.DELETE("/v1/panels/{panel}", { params: { path } });
console.log(
	JSON.stringify({
		reply: texted.data?.reply,
		held: armed.data?.held,
		now: armed.data?.now,
		code: refused.error?.code,
	}),
);

// What the description rules out does not compile.
// @ts-expect-error a text is text
await api.POST("/v1/check", { body: { text: 1 } });
// @ts-expect-error there is no such path
await api.GET("/v1/nope");

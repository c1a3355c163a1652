import { expect, test } from "vitest";
import type { SiteQuestion } from "../../src/console/site/site-desk.ts";
import { siteDeskInPage } from "../../src/console/site/site-desk-in-page.ts";
import { siteDeskOverHttp } from "../../src/console/site/site-desk-over-http.ts";
import { anApi } from "../support/api.ts";

const api = anApi();

/** A server, asked without a network. */
const link: Parameters<typeof siteDeskOverHttp>[0] = {
	ask: async (path, body) => await api.post(path, body ?? {}),
	put: () => Promise.reject(new Error("nothing is put")),
	events: () => Promise.reject(new Error("nothing is followed")),
};

/** One fault of the credentials, which is the same whoever plans. */
async function refusal(model: string, keyword: string, code: string) {
	const question: SiteQuestion = {
		site: "users: { 2: { name: ANNA, pin: '4711' } }",
		model,
		keyword,
		code,
		secrets: {},
		from: "unknown",
		to: "panel",
	};
	const desks = [siteDeskInPage, siteDeskOverHttp(link, "house")];
	const [inPage, overHttp] = await Promise.all(
		desks.map(async (desk) => {
			const answer = await desk.plan(question);
			return answer.ok ? null : answer.faults;
		}),
	);
	expect(overHttp).toEqual(inPage);
	return inPage;
}

test.each([
	["vst-2752", "", "12345", "installer code: 4 digits, this has 5"],
	[
		"vst-2752",
		"",
		"4o11",
		"installer code: 4 digits, this has other characters",
	],
	[
		"vst-2752",
		"MY HOUSE",
		"",
		"P-Word: 1 to 15 characters without spaces, commas and colons, this has other characters",
	],
	["cr200", "", "99", "user PIN: 4 digits, this has 2"],
])(
	"a plan for %s under %j and %j is refused with what no panel has",
	async (model, keyword, code, message) => {
		expect(await refusal(model, keyword, code)).toEqual([
			{ path: "", message },
		]);
	},
);

test("what a panel may have is planned with", async () => {
	expect(await refusal("vst-2752", "HOUSE", "4711")).toBeNull();
	expect(await refusal("vst-2752", "", "")).toBeNull();
});

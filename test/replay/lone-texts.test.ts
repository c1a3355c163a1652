import { expect, test } from "vitest";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { Account } from "../../src/replay/account.ts";
import type { Conversation, Replies } from "../../src/replay/conversation.ts";
import { LANES } from "../../src/replay/digest.ts";
import { LoneTexts } from "../../src/replay/lone-texts.ts";
import { runConversation } from "../../src/replay/run-conversation.ts";
import { hashOf } from "../support/digest.ts";
import { fresh } from "../support/texting.ts";

const beginning = { model: vst2752, state: fresh(vst2752) };
const echo = lone("a", "PROG 7982 ECHO:");
const sent = [{ to: "+15550101", text: "ECHO:OK" }];

test("gives back what came of a text that came twice, whatever the id", () => {
	const texts = new LoneTexts();
	expect(recalled(texts, echo)).toBeNull();
	texts.keep(echo, sent, accountOf(echo));
	expect(recalled(texts, echo)).toBeNull();
	texts.keep(echo, sent, accountOf(echo));
	expect(recalled(texts, lone("b", "PROG 7982 ECHO:"))).toEqual(
		accountOf(echo),
	);
	expect(recalled(texts, lone("a", "PROG 7982 ECHO"))).toBeNull();
});

test("tells many texts apart, and keeps no more than it has room for", () => {
	const texts = new LoneTexts();
	const all = Array.from({ length: 10_000 }, (_, nth) =>
		lone("a", `PROG 7982 ECHO:${nth}`),
	);
	for (const [nth, each] of all.entries())
		for (let time = 0; time < 2; time += 1)
			texts.keep(each, sent, Uint32Array.of(nth, 1, 2, 3));
	expect(all.map((each) => recalled(texts, each)?.[0] ?? null)).toEqual(
		all.map((_, nth) => (nth < 8192 ? nth : null)),
	);
});

test.each<[string, Replies, boolean]>([
	["what came", [{ to: null, pattern: "ECHO:OK" }], true],
	["something like it", [{ to: null, pattern: "ECHO:..." }], true],
	["something else", [{ to: null, pattern: "ECHO:ERROR" }], false],
	["silence", [], false],
])(
	"knows nothing of a conversation that fails: expected is %s",
	(_, replies, holds) => {
		const texts = new LoneTexts();
		for (let time = 0; time < 2; time += 1)
			texts.keep(echo, sent, accountOf(echo));
		const expecting = lone("a", "PROG 7982 ECHO:", { replies });
		expect(recalled(texts, expecting) !== null).toBe(holds);
		expect(runConversation(expecting, beginning).failures).toHaveLength(
			holds ? 0 : 1,
		);
	},
);

test("keeps nothing of conversations that are more than a text, or of another phone", () => {
	const texts = new LoneTexts();
	const others = [
		lone("a", "PROG 7982 ECHO:", { from: "+15550177" }),
		{ ...echo, steps: [...echo.steps, ...echo.steps] },
		{ ...echo, steps: [] },
		{
			...echo,
			steps: [{ type: "wait", milliseconds: 1, replies: null } as const],
		},
	];
	for (const other of others) {
		for (let time = 0; time < 2; time += 1)
			texts.keep(other, sent, accountOf(echo));
		expect(recalled(texts, other)).toBeNull();
	}
	expect(recalled(texts, echo)).toBeNull();
});

/** The hash that is recalled; null for none. */
function recalled(
	texts: LoneTexts,
	conversation: Conversation,
): Uint32Array | null {
	const hash = new Uint32Array(LANES);
	return texts.recall(conversation, hash) ? hash : null;
}

function lone(
	id: string,
	text: string,
	sms: { readonly from?: string; readonly replies?: Replies } = {},
): Conversation {
	return {
		id,
		model: null,
		config: null,
		seed: null,
		source: null,
		tags: [],
		steps: [{ type: "sms", text, from: null, replies: null, ...sms }],
	};
}

function accountOf(conversation: Conversation): Uint32Array {
	const account = new Account();
	runConversation(conversation, beginning, { account });
	return hashOf(account);
}

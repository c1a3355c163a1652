import { expect, test } from "vitest";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { Account } from "../../src/replay/account.ts";
import type { Conversation, Replies } from "../../src/replay/conversation.ts";
import { LoneTexts } from "../../src/replay/lone-texts.ts";
import { runConversation } from "../../src/replay/run-conversation.ts";
import { hashOf } from "../support/digest.ts";
import { fresh } from "../support/texting.ts";

const beginning = { model: vst2752, state: fresh(vst2752) };
const echo = lone("a", "PROG 7982 ECHO:");
const sent = [{ to: "+15550101", text: "ECHO:OK" }];

test("gives back what came of the same text, whatever the id", () => {
	const texts = new LoneTexts();
	expect(texts.recall(echo)).toBeNull();
	texts.keep(echo, sent, accountOf(echo));
	expect(texts.recall(lone("b", "PROG 7982 ECHO:"))).toEqual(accountOf(echo));
	expect(texts.recall(lone("a", "PROG 7982 ECHO"))).toBeNull();
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
		texts.keep(echo, sent, accountOf(echo));
		const expecting = lone("a", "PROG 7982 ECHO:", { replies });
		expect(texts.recall(expecting) !== null).toBe(holds);
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
		texts.keep(other, sent, accountOf(echo));
		expect(texts.recall(other)).toBeNull();
	}
	expect(texts.recall(echo)).toBeNull();
});

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

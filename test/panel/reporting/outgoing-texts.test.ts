import { expect, test } from "vitest";
import { after, factory, having } from "../../support/panel-builder.ts";
import { logOf } from "../../support/panel-with-zones.ts";

const queued = () =>
	having(
		factory,
		{ type: "queue-text", to: "+1", text: "USRS:OK" },
		{ type: "queue-text", to: "+2", text: "MODE:OK" },
	);

test("texts wait in the outbox until they are sent or given up", () => {
	expect(queued().runtime.outgoing).toEqual([
		{ id: 1, to: "+1", text: "USRS:OK" },
		{ id: 2, to: "+2", text: "MODE:OK" },
	]);
	const sent = after(queued(), { type: "text-sent", id: 1 }, 5).state;
	expect(sent.runtime.outgoing).toEqual([{ id: 2, to: "+2", text: "MODE:OK" }]);
	expect(logOf(sent)).toEqual([]);
	const failed = after(sent, { type: "text-failed", id: 2 }, 6).state;
	expect(failed.runtime.outgoing).toEqual([]);
	expect(logOf(failed)).toEqual(["6 not-sent +2"]);
});

test.each(["text-sent", "text-failed"] as const)(
	"%s of a text that is not there is refused and changes nothing",
	(type) => {
		const { state, effects, refusal } = after(queued(), { type, id: 3 });
		expect([state, effects, refusal?.code, refusal?.parameter]).toEqual([
			queued(),
			[],
			"mail/unknown",
			null,
		]);
	},
);

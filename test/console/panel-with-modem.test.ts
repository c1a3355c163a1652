import { expect, onTestFinished, test } from "vitest";
import { isAbsent, type PagePanel } from "../../src/console/page-panel.ts";
import { panelInPage } from "../../src/console/panel-in-page.ts";
import { panelWithModem } from "../../src/console/panel-with-modem.ts";
import { readTranscript } from "../../src/conversation/read-transcript.ts";
import { createPanelAtLines } from "../../src/device/create-panel-at-lines.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { factoryState } from "../../src/panel/state/state.ts";
import { runConversation } from "../../src/simulation/run-conversation.ts";
import { spelt } from "../../src/transport/line-trace.ts";
import { DURESS, OWN, START, watched } from "../support/told-by-page.ts";
import { CENTRE } from "../support/watched-panel.ts";

const FROM = "+15550101";
const REFUSED = "PROG 7982 USRS:1,12";

async function made(
	options: Partial<Parameters<typeof panelWithModem>[0]> = {},
): Promise<PagePanel> {
	const panel = await panelWithModem({
		model: vst2752,
		now: START,
		seed: 7,
		...options,
	});
	onTestFinished(() => panel.close());
	return panel;
}

async function said(panel: PagePanel) {
	const { line } = panel;
	if (isAbsent(line)) return line.why;
	await line.refresh();
	return line.entries.value;
}

test("what the panel and its modem say is what they say at a server", async () => {
	const page = await made();
	await page.text(REFUSED, { from: FROM });
	await pass(page, "5m");
	const { panel } = await createPanelAtLines(
		{ model: "vst-2752", now: new Date(START).toISOString(), seed: 7 },
		[],
		null,
		false,
	);
	expect(panel.air.text(FROM, panel.number, REFUSED)).toBeNull();
	await panel.settle();
	await panel.advance("5m");
	const lines = await said(page);
	if (typeof lines === "string") throw new Error(lines);
	const there = panel.air.trace.from(0);
	await panel.close();
	expect(lines.map(({ id, at, direction }) => [id, at, direction])).toEqual(
		there.map(({ id, at, direction }) => [id, at, direction]),
	);
	expect(lines.map(({ text }) => text)).toEqual(
		there.map(({ text }) => spelt(text)),
	);
	expect(
		lines.flatMap(({ meaning, pdu }) => (pdu === null ? [] : [meaning])),
	).toEqual([
		`SMS from ${FROM}: ${REFUSED}`,
		`SMS to ${FROM}: USRS:ERROR`,
		`delivery report for ${FROM}`,
	]);
});

test("a text takes the way of a text, and the record holds", async () => {
	const page = await made();
	await page.text("PROG 7982 DEAN:1,1,0000000001,Window", { from: FROM });
	if (!isAbsent(page.channel)) await page.channel.add("delay 30s");
	await page.text(REFUSED, { from: FROM });
	expect(page.toldText(FROM, REFUSED)).toBe(REFUSED);
	const { next } = page.activity;
	await pass(page, "1m");
	expect(
		page.activity
			.from(next)
			.map((each) => [
				each.at - START,
				each.type,
				each.type === "event" ? each.event.type : each.text,
			]),
	).toEqual([
		[30_000, "text", REFUSED],
		[30_000, "sent", "USRS:ERROR"],
		[30_000, "event", "text-sent"],
	]);
	await page.step("keypad 1234 away");
	expect(page.next).toEqual(new Date(START + 90_000));
	const transcript = (await page.record()).transcript;
	const [found] = readTranscript(transcript, "page.smst");
	if (found?.located == null) throw new Error(transcript);
	const { failures } = runConversation(found.located.conversation, {
		model: vst2752,
		state: factoryState(vst2752.name, vst2752.sections),
	});
	expect([transcript, failures]).toEqual([transcript, []]);
	expect(transcript).toContain("! keypad 1234 away");
	expect(transcript).not.toContain("config");
});

test("duress is told as the user's own code, and the line is not shown", async () => {
	const evening = async (code: string, showDuress = false) => {
		const page = await made({ model: mz8, beginning: watched });
		if (page.showDuress !== null) page.showDuress.value = showDuress;
		const all: unknown[] = [];
		for (const step of ["keypad 1234 away", `keypad ${code} disarm`]) {
			all.push(await page.step(step), page.next);
			await pass(page, "1m");
		}
		await page.text(`DISARM ${code}`, { from: "+33612345678" });
		all.push(page.toldText("+33612345678", `DISARM ${code}`));
		all.push(page.activity.from(0), page.snapshot(), page.next);
		all.push((await page.record()).transcript, await said(page));
		return all;
	};
	const own = await evening(OWN);
	expect(await evening(DURESS)).toEqual(own);
	expect(own.at(-1)).toBe(
		"This panel can report in silence, and the line would show it. Tick Show duress in the log to see the line.",
	);
	const shown = JSON.stringify(await evening(DURESS, true));
	expect(shown).toContain(`SMS to ${CENTRE}: duress: user 98`);
	expect(shown).toContain(`! keypad ${DURESS} disarm`);
});

test("the line stays unseen when the duress code is gone", async () => {
	const page = await made({ model: mz8, beginning: watched });
	await page.step(`keypad ${DURESS} disarm`);
	await page.text("PROG 7982 USRS:1,98,,", { from: FROM });
	expect(page.snapshot().users.find(({ id }) => id === 98)?.pin ?? "").toBe("");
	expect(await said(page)).toBe(
		"This panel can report in silence, and the line would show it. Tick Show duress in the log to see the line.",
	);
});

test("things that are done at once are done one after the other", async () => {
	const page = await made();
	await Promise.all([
		page.text("PROG 7982 MODE:A", { from: FROM }),
		pass(page, "45s"),
		page.text("PROG 7982 MODE:D", { from: FROM }),
		pass(page, "1s"),
	]);
	const texts = page.activity
		.from(0)
		.flatMap((each) =>
			each.type === "text" ? [[each.at - START, each.text]] : [],
		);
	expect(texts).toEqual([
		[0, "PROG 7982 MODE:A"],
		[45_000, "PROG 7982 MODE:D"],
	]);
	expect(page.clock.now).toEqual(new Date(START + 46_000));
	// The other panel of a page has no line.
	expect(await said(panelInPage({ model: vst2752, now: START, seed: 7 }))).toBe(
		"This panel gets its texts without a modem. The list of panels makes one with a modem.",
	);
});

async function pass({ clock }: PagePanel, length: string): Promise<void> {
	if (clock.kind === "virtual") await clock.advance(length);
}

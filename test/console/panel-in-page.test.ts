import { expect, test } from "vitest";
import { panelInPage } from "../../src/console/panel-in-page.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";

const START = Date.UTC(2026, 0, 1);
const HALF_PAST_TEN = Date.UTC(2026, 4, 1, 10, 30);

function panel(now = START) {
	return panelInPage({ model: vst2752, now, seed: 7 });
}

test("what was done is a conversation, and waits that follow each other are one", async () => {
	const page = panel(HALF_PAST_TEN);
	await page.text("PROG 7982 DEAN:1,1,0000000001,Window");
	await page.text("PROG 7982 MODE:A", { from: "+15550102" });
	await page.clock.advance(20_000);
	await page.clock.advance("10s");
	await page.step("zone 1 open");
	await page.text("HELLO");
	expect((await page.record()).transcript).toBe(`id page
model vst-2752
@ 2026-05-01T10:30:00Z
> PROG 7982 DEAN:1,1,0000000001,Window
< DEAN:OK
>+15550102 PROG 7982 MODE:A
< MODE:OK
@ +30s
! zone 1 open
> HELLO
<
`);
});

test("a rule of the network holds from when it is added, and a late text is told when it comes", async () => {
	const page = panel();
	await page.text("PROG 7982 MODE:A");
	await page.channel?.add("delay 30s to +15550100");
	const texted = await page.text("PROG 7982 USRS:1,12");
	expect(texted).toMatchObject({ accepted: false, replies: [], sent: [] });
	const { next } = page.activity;
	await page.clock.advance("40s");
	const came = page.activity.from(next).map((each) => ({
		at: each.at - START,
		type: each.type,
		text: each.type === "event" ? each.event.type : each.text,
	}));
	expect(came).toEqual([
		{ at: 30_000, type: "text", text: "PROG 7982 USRS:1,12" },
		{ at: 30_000, type: "event", text: "time" },
		{ at: 30_000, type: "sent", text: "USRS:ERROR" },
	]);
	expect((await page.record()).transcript).toBe(`id page
model vst-2752
seed 7
> PROG 7982 MODE:A
< MODE:OK
channel delay 30s to +15550100
> PROG 7982 USRS:1,12
<
@ +40s
< USRS:ERROR
`);
});

test("a rule that there is not is refused with the forms that there are", async () => {
	await expect(panel().channel?.add("lose 10%")).rejects.toThrow(
		/"lose 10%" is not a channel rule; write one of: loss 10%/,
	);
});

test("no rule is added where a network would have changed what came", async () => {
	const page = panel();
	await page.step("power cut");
	await page.text("PROG 7982 MODE:A");
	await page.step("power restore");
	await expect(page.channel?.add("loss 10%")).rejects.toThrow(
		"network: a text came while there was no power",
	);
	expect(page.channel?.rules.value).toEqual([]);
});

test("duress is recorded as the user's own code, and what is reported of it is not told", async () => {
	const evening = async (code: string) => {
		const page = panelInPage({ model: mz8, now: START, seed: 7 });
		await page.text("PROG 7982 USRS:1,98,9898");
		await page.text("PROG 7982 RPEX:1,1,0,sms://+15550188");
		await page.step("keypad 1234 away");
		await page.clock.advance("1m");
		await page.step(`keypad ${code} disarm`);
		await page.clock.advance("1m");
		const told = (await page.record()).transcript;
		page.showDuress.value = true;
		return { told, happened: page.activity.next };
	};
	const own = await evening("1234");
	const forced = await evening("9898");
	expect(own.told).toContain("! keypad 1234 disarm");
	expect(forced.told).toBe(own.told);
	// Something more did happen.
	expect(forced.happened).toBeGreaterThan(own.happened);
});

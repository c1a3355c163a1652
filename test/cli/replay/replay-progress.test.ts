import { afterEach, expect, test, vi } from "vitest";
import { ReplayProgress } from "../../../src/cli/replay/replay-progress.ts";
import { virtualClock } from "../../../src/time/virtual-clock.ts";

afterEach(() => vi.unstubAllEnvs());

const half = { done: 50, total: 100, conversations: 1234, failed: 5 };

test("a bar on a terminal, drawn over and taken away", async () => {
	// A terminal that does not know its width says 0.
	const { progress, clock, shown } = shownOn({ isTTY: true, columns: 0 });
	progress.update(half);
	expect(shown()).toBe("");
	await clock.advanceTo(2000);
	progress.update(half);
	progress.update(half);
	expect(shown()).toBe(
		"\r\u001b[K<##########>---------- 50%  1,234 conversations, 5 failed, 2 s left",
	);
	progress.hide();
	progress.hide();
	expect(shown()).toBe("\r\u001b[K");
});

test("a bar is never wider than the terminal", async () => {
	const { progress, clock, shown } = shownOn({ isTTY: true, columns: 40 });
	await clock.advanceTo(2000);
	progress.update(half);
	expect(shown()).toBe("\r\u001b[K<##########>---------- 50%  1,234 convers");
});

test.each([{}, { isTTY: true, dumb: true }])(
	"elsewhere a line every five seconds: %j",
	async ({ dumb = false, ...stream }: { dumb?: boolean; isTTY?: boolean }) => {
		const { progress, clock, shown } = shownOn(stream, dumb ? "dumb" : "xterm");
		await clock.advanceTo(4999);
		progress.update(half);
		expect(shown()).toBe("");
		await clock.advanceTo(5000);
		progress.update(half);
		progress.update(half);
		progress.hide();
		expect(shown()).toBe("50%  1,234 conversations, 5 failed, 5 s left\n");
	},
);

test("only counts where nobody knows how much there is", async () => {
	const { progress, clock, shown } = shownOn({});
	await clock.advanceTo(5000);
	progress.update({ ...half, total: 0 });
	expect(shown()).toBe("1,234 conversations, 5 failed\n");
});

function shownOn(
	stream: { isTTY?: boolean; columns?: number },
	term = "xterm",
) {
	vi.stubEnv("TERM", term);
	let text = "";
	const clock = virtualClock(0);
	const write = (written: string) => {
		text += written;
	};
	const progress = new ReplayProgress(
		{ ...stream, write },
		clock,
		(done) => `<${done}>`,
	);
	return {
		progress,
		clock,
		shown: () => {
			const all = text;
			text = "";
			return all;
		},
	};
}

import { connect } from "node:net";
import type { ReceivedSms } from "../../firmware/answer/response.ts";
import type { TestedDestination } from "../../firmware/test-report.ts";
import { systemClock } from "../../time/system-clock.ts";
import { wait } from "../../time/wait.ts";
import { textLines } from "../../transport/text-lines.ts";
import type { ChangedSetting, WantedSetting } from "./change-setting.ts";
import type { ControlRequest } from "./control.ts";
import type { StepReport } from "./let-happen.ts";
import type { Changed, RemoteChange } from "./remote-change.ts";
import type { ModemAnswer, ToldModem } from "./tell-of-modem.ts";
import { type PhoneTested, TEST_PATIENCE } from "./test-phone.ts";
import type { TextResult } from "./text-panel.ts";

/** As `textPanel`, for a panel that runs in another process. */
export function textRunningPanel(
	address: string,
	sms: ReceivedSms,
	showSecrets: boolean,
): Promise<TextResult> {
	const { from, text } = sms;
	return asked<TextResult>(address, { from, text, showSecrets });
}

/** As `letHappen`, for a panel that runs in another process. */
export function letHappenAt(
	address: string,
	step: string,
	showSecrets: boolean,
): Promise<StepReport> {
	return asked<StepReport>(address, { step, showSecrets });
}

/** As `changeRemote`, for a panel that runs in another process. */
export function changeRemoteAt(
	address: string,
	change: RemoteChange,
): Promise<Changed> {
	return asked<Changed>(address, { change });
}

/** As `changeSetting`, for a panel that runs in another process. */
export function changeSettingAt(
	address: string,
	set: WantedSetting,
): Promise<ChangedSetting> {
	return asked<ChangedSetting>(address, { set });
}

/** As `Panel.testReport`, for a panel that runs in another process. */
export function testReportAt(
	address: string,
	report: number,
): Promise<TestedDestination> {
	return asked<TestedDestination>(
		address,
		{ test: { report } },
		REPORT_PATIENCE,
	);
}

/** A test report has several tries, and what is being sent goes before it. */
const REPORT_PATIENCE = 180_000;

/**
 * What a panel that runs in another process says of its modem; null where it has
 * none.
 */
export async function askModemAt(address: string): Promise<ToldModem | null> {
	const { modem } = await asked<ModemAnswer>(address, { ask: "modem" });
	return modem;
}

/** As `testPhone`, for a panel that runs in another process. */
export function testPhoneAt(
	address: string,
	person: number,
): Promise<PhoneTested> {
	const request = { test: { person } };
	return asked<PhoneTested>(address, request, TEST_PATIENCE + PATIENCE);
}

/** How long a running panel may take for its answer, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Asks a panel that runs in another process.
 * @param address as its lock names it
 * @throws Error when it does not answer
 */
async function asked<A extends object>(
	address: string,
	request: ControlRequest,
	patience = PATIENCE,
): Promise<A> {
	const socket = connect(address);
	const broken = new Promise<never>((_, reject) => {
		socket.once("error", (error) =>
			reject(new Error(`the running panel does not answer: ${error.message}`)),
		);
	});
	const late = new AbortController();
	try {
		return await Promise.race([broken, ask(), tooLate()]);
	} finally {
		late.abort();
		socket.destroy();
	}

	async function ask(): Promise<A> {
		socket.write(`${JSON.stringify(request)}\n`);
		for await (const line of textLines(socket, Number.POSITIVE_INFINITY)) {
			const answer: A | { readonly error: string } = JSON.parse(line);
			if ("error" in answer) throw new Error(answer.error);
			return answer;
		}
		throw new Error("the running panel hung up without an answer");
	}

	async function tooLate(): Promise<never> {
		await wait(systemClock, patience, late.signal);
		throw new Error(
			`the running panel does not answer within ${patience / 1000} s; it may still do this later`,
		);
	}
}

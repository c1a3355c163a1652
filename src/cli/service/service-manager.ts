import { execFile } from "node:child_process";
import { pid } from "node:process";
import type { Clock } from "../../time/clock.ts";
import { systemClock } from "../../time/system-clock.ts";

/** What speaks with the manager that started this process. */
export interface ServiceManagerParts {
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Why the panel does not live; nothing where it does. */
	readonly ailments: () => readonly string[];
	/** Told why the watchdog is not fed. */
	readonly complain: (remark: string) => void;
	/** The machine's, but in a test. */
	readonly clock?: Clock;
	/** Hands a line on: `WATCHDOG=1`. */
	readonly notify?: (line: string) => void;
}

/**
 * Tells systemd that the service is ready, and that it lives: sd_notify(3) through
 * the program systemd-notify, since Node has no datagrams on Unix sockets. The unit
 * needs NotifyAccess=all. While the panel's clock or outbox stands still the watchdog
 * is not fed, and systemd starts the service anew.
 *
 * @returns what ends it
 */
export function tellServiceManager({
	environment,
	ailments,
	complain,
	clock = systemClock,
	notify = (line) => void execFile("systemd-notify", [line], () => {}),
}: ServiceManagerParts): () => void {
	const { NOTIFY_SOCKET = "", WATCHDOG_USEC = "", WATCHDOG_PID } = environment;
	if (NOTIFY_SOCKET === "") return () => {};
	notify("READY=1");
	const interval = Number(WATCHDOG_USEC) / 1000 / 2;
	const isOurs = WATCHDOG_PID === undefined || WATCHDOG_PID === `${pid}`;
	let cancel = () => {};
	let told = "";
	const feed = () => {
		const reason = ailments().join("; ");
		if (reason === "") notify("WATCHDOG=1");
		else if (told === "") complain(`the watchdog is not fed: ${reason}`);
		told = reason;
		cancel = clock.at(clock.now() + interval, feed);
	};
	if (isOurs && interval > 0) feed();
	return () => {
		cancel();
		notify("STOPPING=1");
	};
}

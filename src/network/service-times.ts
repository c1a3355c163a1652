import type { Submit } from "../sms/submit.ts";
import { textOf } from "../sms/user-data.ts";
import { SECOND } from "../time/units.ts";

/**
 * Gives equal messages (same line, same number, same content) different
 * service-centre times, in whole seconds.
 */
export class ServiceTimes {
	private readonly latest = new Map<string, number>();
	private second = 0;

	/** @param now milliseconds since 1970-01-01T00:00:00Z */
	of(from: string, { da, ud }: Submit, now: number): number {
		const key = JSON.stringify([from, da.number, ud.header.length, textOf(ud)]);
		const moment = Math.floor(now / SECOND) * SECOND;
		if (moment !== this.second) this.forgetBefore(moment);
		const before = this.latest.get(key);
		const time = before === undefined ? moment : before + SECOND;
		this.latest.set(key, time);
		return time;
	}

	private forgetBefore(moment: number): void {
		this.second = moment;
		for (const [old, time] of this.latest)
			if (time < moment) this.latest.delete(old);
	}
}

import { timestampOf, timestampText } from "./timestamp.ts";

/** What is in a frame's brackets, and its time of day. */
export interface FrameContent {
	/** As it stands in the first brackets: `#1234|1130 00 003`. */
	readonly data: string;
	/** The brackets behind it, each with its letter: `X012W34.1`. */
	readonly extended: readonly string[];
	/** Milliseconds since 1970; null where none is given. */
	readonly time: number | null;
}

/** All that stands behind the first bracket. */
export function writeContent({ data, extended, time }: FrameContent): string {
	const more = extended.map((each) => `[${each}]`).join("");
	return `${data}]${more}${time === null ? "" : `_${timestampText(time)}`}`;
}

/** @returns null for what is not written so */
export function readContent(body: string): FrameContent | null {
	const [, data, more = "", stamp] =
		/^([^\]]*)\]((?:\[[^\]]*\])*)(?:_(.{19}))?$/s.exec(body) ?? [];
	if (data === undefined) return null;
	const time = stamp === undefined ? null : timestampOf(stamp);
	if (stamp !== undefined && time === null) return null;
	const extended = [...more.matchAll(/\[([^\]]*)\]/g)].map(
		([, each = ""]) => each,
	);
	return { data, extended, time };
}

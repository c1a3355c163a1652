import { type Kind, Misfit } from "../kind.ts";

/**
 * A date with a time of day in a pattern of `yyyy` or `yy`, `mm`, `dd`, `hh` and `MM`
 * (minutes), other signs as they stand: `yymmddThhMM`. The value is its text.
 */
export function date(pattern: string): Kind<string> {
	const expression = new RegExp(
		`^${pattern.replace(/yyyy|yy|mm|dd|hh|MM|./gs, (piece) =>
			piece.length > 1
				? `(?<${piece}>[0-9]{${piece.length}})`
				: `\\u${piece.charCodeAt(0).toString(16).padStart(4, "0")}`,
		)}$`,
	);
	return {
		shape: { type: "date", pattern },
		rule: `a date like ${pattern}, MM minutes`,
		read(text) {
			const found = expression.exec(text)?.groups;
			if (found === undefined) return notADate;
			const { yyyy, yy = yyyy, mm = "1", dd = "1", hh = "0", MM = "0" } = found;
			const year = Number(yyyy ?? `20${yy}`);
			const day = new Date(Date.UTC(year, Number(mm) - 1, Number(dd)));
			const real =
				day.getUTCMonth() === Number(mm) - 1 &&
				day.getUTCDate() === Number(dd) &&
				Number(hh) < 24 &&
				Number(MM) < 60;
			return real ? text : noSuchDate;
		},
		print: (value) => value,
	};
}

const notADate = new Misfit("date", "this is none");
const noSuchDate = new Misfit("date", "no calendar has this");

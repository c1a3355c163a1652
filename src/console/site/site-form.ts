import { timersByMessage } from "../../panel/state/fields/timers.ts";

/** A person of the form. All of it is text, as it is typed. */
export interface UserRow {
	readonly number: string;
	readonly name: string;
	readonly pin: string;
}

/** A zone of the form. */
export interface ZoneRow {
	readonly number: string;
	readonly name: string;
	/** "" where nothing is said of it. */
	readonly attribute: string;
}

/** Delays of the form, in seconds, by the name of their timer. */
export const delayNames: Readonly<Record<string, string>> = Object.fromEntries(
	Object.entries(timersByMessage)
		.filter(([name]) => /^(?:exit|entry)/.test(name))
		.map(([name, { label }]) => [
			name,
			`${label[0]?.toUpperCase()}${label.slice(1)}`,
		]),
);

export type Delays = Readonly<Record<string, string>>;

/** What somebody fills in instead of writing a site. */
export interface FilledForm {
	readonly users: readonly UserRow[];
	readonly zones: readonly ZoneRow[];
	readonly delays: Delays;
}

export const emptyForm: FilledForm = {
	users: [{ number: "1", name: "", pin: "" }],
	zones: [{ number: "1", name: "", attribute: "" }],
	delays: {},
};

/** A form as a site, and its PINs apart from it; null where nothing is filled in. */
export function siteOfForm(
	{ users, zones, delays }: FilledForm,
	model: string,
): { readonly site: string; readonly secrets: Record<string, string> } | null {
	const secrets: Record<string, string> = {};
	const people: [string, object][] = [];
	for (const { number, name, pin } of users) {
		if (name === "" && pin === "") continue;
		const reference = `USER_${people.length + 1}_PIN`;
		if (pin !== "") secrets[reference] = pin;
		people.push([
			number,
			{
				...(name === "" ? {} : { name }),
				...(pin === "" ? {} : { pin: `\${${reference}}` }),
			},
		]);
	}
	const places = zones
		.filter(({ name, attribute }) => name !== "" || attribute !== "")
		.map(({ number, name, attribute }) => [
			number,
			{
				...(name === "" ? {} : { name }),
				...(attribute === "" ? {} : { attribute }),
			},
		]);
	const timers = Object.entries(delays)
		.filter(([, seconds]) => seconds !== "")
		.map(([name, seconds]) => [
			name,
			/^[0-9]{1,9}$/.test(seconds) ? Number(seconds) : seconds,
		]);
	const parts = { users: people, zones: places, timers };
	const said = Object.entries(parts).filter(([, list]) => list.length > 0);
	if (said.length === 0) return null;
	const members = said.map(
		([part, list]) =>
			`${JSON.stringify(part)}: {${list
				.map(
					([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
				)
				.join(", ")}}`,
	);
	// Written out, so that a number that stands twice is found as such.
	return {
		site: `{"model": ${JSON.stringify(model)},\n${members.join(",\n")}}`,
		secrets,
	};
}

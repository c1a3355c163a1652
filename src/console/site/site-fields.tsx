import { attributes } from "../../panel/state/fields/attributes.ts";
import { WrappedSelect } from "../elements/wrapped-select.tsx";
import { Labelled } from "../message/labelled.tsx";
import type { SiteDraft } from "./site-draft.ts";
import {
	delayNames,
	type FilledForm,
	type UserRow,
	type ZoneRow,
} from "./site-form.ts";
import { TextInput } from "./text-input.tsx";

/** Users, zones and delays, for who has no site.yaml. */
export function SiteFields({ draft }: { readonly draft: SiteDraft }) {
	const form = draft.form.value;
	const answer = draft.answer.value;
	const faults = answer?.ok === false ? answer.faults : [];
	const isWrong = (path: string) => faults.some((fault) => fault.path === path);
	const change = (part: Partial<FilledForm>) => {
		draft.form.value = { ...form, ...part };
	};
	const setUser = (at: number, row: Partial<UserRow>) =>
		change({
			users: form.users.map((user, each) =>
				each === at ? { ...user, ...row } : user,
			),
		});
	const setZone = (at: number, row: Partial<ZoneRow>) =>
		change({
			zones: form.zones.map((zone, each) =>
				each === at ? { ...zone, ...row } : zone,
			),
		});
	return (
		<>
			<fieldset class="site-rows">
				<legend>Users</legend>
				{form.users.map((user, at) => (
					<div class="site-row thing" key={at}>
						<TextInput
							label="Number"
							name={`Number of user ${at + 1}`}
							value={user.number}
							mode="numeric"
							isWrong={isWrong(`users.${user.number}`)}
							onInput={(number) => setUser(at, { number })}
						/>
						<TextInput
							label="Name"
							name={`Name of user ${at + 1}`}
							value={user.name}
							isWrong={isWrong(`users.${user.number}.name`)}
							onInput={(name) => setUser(at, { name })}
						/>
						<TextInput
							label="PIN"
							name={`PIN of user ${at + 1}`}
							value={user.pin}
							mode="numeric"
							isWrong={isWrong(`users.${user.number}.pin`)}
							onInput={(pin) => setUser(at, { pin })}
						/>
					</div>
				))}
				<button
					type="button"
					onClick={() =>
						change({
							users: [
								...form.users,
								{ number: nextNumber(form.users), name: "", pin: "" },
							],
						})
					}
				>
					Add a user
				</button>
			</fieldset>
			<fieldset class="site-rows">
				<legend>Zones</legend>
				{form.zones.map((zone, at) => (
					<div class="site-row thing" key={at}>
						<TextInput
							label="Number"
							name={`Number of zone ${at + 1}`}
							value={zone.number}
							mode="numeric"
							isWrong={isWrong(`zones.${zone.number}`)}
							onInput={(number) => setZone(at, { number })}
						/>
						<TextInput
							label="Name"
							name={`Name of zone ${at + 1}`}
							value={zone.name}
							isWrong={isWrong(`zones.${zone.number}.name`)}
							onInput={(name) => setZone(at, { name })}
						/>
						<Labelled label="Attribute">
							{(id) => (
								<WrappedSelect
									id={id}
									name={`Attribute of zone ${at + 1}`}
									value={zone.attribute}
									choices={[
										{ value: "", text: "as it is" },
										...attributes.map(({ value, meaning }) => ({
											value,
											text: meaning,
										})),
									]}
									onChange={(attribute) => setZone(at, { attribute })}
								/>
							)}
						</Labelled>
					</div>
				))}
				<button
					type="button"
					onClick={() =>
						change({
							zones: [
								...form.zones,
								{ number: nextNumber(form.zones), name: "", attribute: "" },
							],
						})
					}
				>
					Add a zone
				</button>
			</fieldset>
			<fieldset class="site-rows">
				<legend>Delays, in seconds</legend>
				<div class="site-row">
					{Object.entries(delayNames).map(([name, label]) => (
						<TextInput
							key={name}
							label={label}
							value={form.delays[name] ?? ""}
							mode="numeric"
							isWrong={isWrong(`timers.${name}`)}
							onInput={(seconds) =>
								change({ delays: { ...form.delays, [name]: seconds.trim() } })
							}
						/>
					))}
				</div>
			</fieldset>
		</>
	);
}

/** One more than the highest number of some rows. */
function nextNumber(rows: readonly { readonly number: string }[]): string {
	const numbers = rows.map(({ number }) => Number(number) || 0);
	return String(numbers.reduce((most, each) => Math.max(most, each), 0) + 1);
}

import type { Signal } from "@preact/signals";
import type { Composition } from "./composition.ts";
import type { ModelSummary } from "./message-desk.ts";

const codeNames: { readonly [C in ModelSummary["code"]]: string } = {
	"installer-code": "Installer code",
	"user-pin": "PIN of a user",
	"access-code": "Access code",
	"language-code": "Code",
};

/** What stands in the message's head. Left alone, it is what the factory set. */
export function CredentialInputs({
	composition,
}: {
	readonly composition: Composition;
}) {
	const { summary } = composition.draft;
	if (summary === undefined) return null;
	const isFactory =
		composition.keyword.value === "" && composition.code.value === "";
	return (
		<details class="credentials">
			<summary>
				{isFactory ? "Credentials: as from the factory" : "Credentials: yours"}
				<small>they stand in the message and are kept nowhere</small>
			</summary>
			{summary.keyword && (
				<Credential label="P-Word" value={composition.keyword} />
			)}
			<Credential label={codeNames[summary.code]} value={composition.code} />
		</details>
	);
}

function Credential({
	label,
	value,
}: {
	readonly label: string;
	readonly value: Signal<string>;
}) {
	return (
		<label class="field">
			<span>{label}</span>
			<input
				autocapitalize="none"
				autocomplete="off"
				spellcheck={false}
				value={value.value}
				onInput={({ currentTarget }) => {
					value.value = currentTarget.value.trim();
				}}
			/>
		</label>
	);
}

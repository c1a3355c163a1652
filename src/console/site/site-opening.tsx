import { Labelled } from "../message/labelled.tsx";
import type { SiteDraft } from "./site-draft.ts";
import { TextInput } from "./text-input.tsx";

/** Octets of the longest file that is read. */
const LONGEST = 200_000;

/** A site.yaml that is opened in place of the form, and its secrets. */
export function SiteOpening({ draft }: { readonly draft: SiteDraft }) {
	const file = draft.file.value;
	const open = async (chosen: File | undefined) => {
		if (chosen === undefined) return;
		const { name, size } = chosen;
		const isLong = size > LONGEST;
		draft.secrets.value = {};
		draft.file.value = {
			name: isLong ? `${name} is longer than ${LONGEST / 1000} kB` : name,
			text: isLong ? "" : await chosen.text(),
		};
	};
	return (
		<>
			<Labelled label="Open a site.yaml instead of filling in the form">
				{(id) => (
					<input
						id={id}
						type="file"
						accept=".yaml,.yml,.json"
						onChange={({ currentTarget }) =>
							void open(currentTarget.files?.[0])
						}
					/>
				)}
			</Labelled>
			{file !== null && (
				<p class="site-file">
					<code>{file.name}</code>{" "}
					<button
						type="button"
						onClick={() => {
							draft.file.value = null;
							draft.secrets.value = {};
						}}
					>
						Close it
					</button>
				</p>
			)}
			{draft.references.value.length > 0 && (
				<fieldset class="site-rows">
					<legend>Secrets of the site, which are kept nowhere</legend>
					{draft.references.value.map((name) => (
						<TextInput
							key={name}
							label={name}
							value={draft.secrets.value[name] ?? ""}
							onInput={(text) => {
								draft.secrets.value = { ...draft.secrets.value, [name]: text };
							}}
						/>
					))}
				</fieldset>
			)}
		</>
	);
}

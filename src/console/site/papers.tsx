import { useSignal } from "@preact/signals";
import { messageOf } from "../../error-message.ts";
import type { Language } from "../../panel/state/remote-access.ts";
import { machineTimeZone } from "../../time/machine-time-zone.ts";
import { systemClock } from "../../time/system-clock.ts";
import { localTime } from "../../views/words/local-time.ts";
import { Labelled } from "../message/labelled.tsx";
import type { WantedPaper } from "./site-desk.ts";
import type { SiteDraft } from "./site-draft.ts";

const languages: { readonly [L in Language]: string } = {
	en: "English",
	fr: "Français",
	es: "Español",
};

/** The papers of the hand-over, as files to open and print. */
export function Papers({ draft }: { readonly draft: SiteDraft }) {
	const language = useSignal<Language>("en");
	const fault = useSignal<string | null>(null);
	const save = async (reader: WantedPaper["for"]) => {
		const question = draft.question.value;
		if (question === null) return;
		const name = (draft.file.value?.name ?? "site").replace(/\.[^.]*$/, "");
		try {
			const html = await draft.desk.paper(question, {
				for: reader,
				language: language.value,
				name,
				day: localTime(systemClock.now(), machineTimeZone()).slice(0, 10),
			});
			download(`${name}-${reader}.html`, html);
			fault.value = null;
		} catch (error) {
			fault.value = messageOf(error);
		}
	};
	return (
		<section class="papers" aria-label="Hand-over">
			<h3>Hand-over</h3>
			<Labelled label="Language of the papers">
				{(id) => (
					<select
						id={id}
						value={language.value}
						onChange={({ currentTarget }) => {
							language.value = currentTarget.value as Language;
						}}
					>
						{Object.entries(languages).map(([code, name]) => (
							<option key={code} value={code}>
								{name}
							</option>
						))}
					</select>
				)}
			</Labelled>
			<div class="buttons">
				<button type="button" onClick={() => void save("customer")}>
					Paper for the customer
				</button>
				<button type="button" onClick={() => void save("installer")}>
					Record for the installer
				</button>
			</div>
			{fault.value !== null && <p role="alert">{fault.value}</p>}
		</section>
	);
}

/** Hands a page to the browser as a file. */
function download(name: string, html: string): void {
	const address = URL.createObjectURL(new Blob([html], { type: "text/html" }));
	const link = document.createElement("a");
	link.href = address;
	link.download = name;
	link.click();
	URL.revokeObjectURL(address);
}

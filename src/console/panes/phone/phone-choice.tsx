import { useSignal } from "@preact/signals";
import { senderText } from "../../../views/words/names.ts";
import { takeFocus } from "../../elements/take-focus.ts";
import { WrappedSelect } from "../../elements/wrapped-select.tsx";
import type { ConsoleStore } from "../../store/console-store.ts";

/** Which phone is looked at; another can be added by its number. */
export function PhoneChoice({ store }: { readonly store: ConsoleStore }) {
	const isAdding = useSignal(false);
	const { state } = store.shown.value;
	const add = (event: SubmitEvent) => {
		event.preventDefault();
		const field = new FormData(event.target as HTMLFormElement).get("number");
		const number = String(field ?? "").trim();
		if (number !== "") {
			store.addPhone(number);
			store.phone.value = number;
		}
		isAdding.value = false;
	};
	if (isAdding.value)
		return (
			<form class="phone-choice" onSubmit={add}>
				<input
					name="number"
					aria-label="Number of the phone"
					placeholder="+15550102"
					maxLength={20}
					required
					ref={takeFocus}
				/>
				<button type="submit">Add</button>
				<button
					type="button"
					onClick={() => {
						isAdding.value = false;
					}}
				>
					Cancel
				</button>
			</form>
		);
	return (
		<div class="phone-choice">
			<WrappedSelect
				name="Phone"
				value={store.phone.value}
				choices={store.phones.value.map((number) => ({
					value: number,
					text: phoneText(number, senderText(state, number)),
				}))}
				onChange={(number) => {
					store.phone.value = number;
				}}
			/>
			{store.panel.isOpen ? (
				<button
					type="button"
					aria-label="Add a phone"
					title="Add a phone"
					onClick={() => {
						isAdding.value = true;
					}}
				>
					+
				</button>
			) : null}
		</div>
	);
}

function phoneText(number: string, name: string): string {
	return name === number || number === "" ? name : `${name} ${number}`;
}

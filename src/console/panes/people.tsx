import { shown } from "../../../grammar/message/terminal-text.ts";
import { MASK } from "../../derive/secrets.ts";
import type { ConsoleStore } from "../store/console-store.ts";
import { ListPhone } from "./list-phone.tsx";
import { WayTest } from "./way-test.tsx";
import "./people.css";

/** Who has a code at the panel, and who may control it from afar. */
export function PeoplePane({ store }: { readonly store: ConsoleStore }) {
	const { isPast, state } = store.shown.value;
	const { users, remote } = state;
	const { testPhone } = store.panel;
	return (
		<div class="people">
			<table>
				<caption>Users of the keypad</caption>
				<thead>
					<tr>
						<th scope="col">User</th>
						<th scope="col">Name</th>
						<th scope="col">PIN</th>
						<th scope="col">Latch report</th>
					</tr>
				</thead>
				<tbody>
					{users.map(({ id, name, pin, latch }) => (
						<tr key={id}>
							<td class="number">{id}</td>
							<td dir="auto">{name === "" ? "no name" : shown(name)}</td>
							<td>{pin === "" ? "none" : MASK}</td>
							<td>{latch ? "on" : "off"}</td>
						</tr>
					))}
				</tbody>
			</table>
			{remote.people.length === 0 ? (
				<p class="nothing">
					nobody is on the list: nobody can control the panel from afar
				</p>
			) : (
				<table>
					<caption>
						People who may text plain words
						{remote.enabled ? null : "; the remote switch is off"}
					</caption>
					<thead>
						<tr>
							<th scope="col">Person</th>
							<th scope="col">Numbers</th>
							<th scope="col">May</th>
							<th scope="col">Notices</th>
						</tr>
					</thead>
					<tbody>
						{remote.people.map(
							({ id, name, numbers, can, notices, enabled }) => (
								<tr key={id}>
									<td dir="auto">
										{id} {shown(name)}
										{enabled ? null : " (disabled)"}
									</td>
									<td>{shown(numbers.join(", "))}</td>
									<td>{can.join(", ") || "nothing"}</td>
									<td>{notices.join(", ") || "none"}</td>
								</tr>
							),
						)}
					</tbody>
				</table>
			)}
			<ListPhone store={store} />
			{testPhone === null || remote.people.length === 0 ? null : (
				<fieldset disabled={isPast}>
					<legend>Do texts reach them?</legend>
					{remote.people.map(({ id, name, numbers }) => (
						<WayTest
							key={id}
							store={store}
							label={`Text ${shown(name)}`}
							question={`Send a text to ${shown(name)}, ${shown(numbers[0] ?? "no number")}? It costs an SMS, and its delivery report may take minutes.`}
							confirm="Send the text"
							test={() => testPhone(id)}
						/>
					))}
				</fieldset>
			)}
		</div>
	);
}

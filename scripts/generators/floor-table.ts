import { existsSync } from "node:fs";
import { floors, type Room } from "../floors.ts";
import { table } from "./markdown-table.ts";

/** The floors of docs/architecture.md, with the rooms that there are. */
export function floorTable(): string {
	const rows = floors
		.map((rooms) => rooms.filter((room) => existsSync(placeOf(room))))
		.filter((rooms) => rooms.length > 0)
		.map((rooms, at) => [
			at === 0 ? "ground" : String(at),
			rooms.map((room) => `\`${nameOf(room)}\` ${room.says}`).join(" · "),
		]);
	return table(["floor", "rooms"], rows);
}

function placeOf({ name }: Room): string {
	return name === "grammar" ? name : `src/${name}`;
}

function nameOf(room: Room): string {
	const place = placeOf(room);
	return place.endsWith(".ts") ? place : `${place}/`;
}

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { openPage, type PageSettings } from "./open-page.ts";

const FILE = join(import.meta.dirname, "../../../dist/alarmpanel.html");

/** Opens the page from its file, with the network cut off. */
export function offlinePage(
	part: "message" | "compose" | "site" | "reference" | "try" = "message",
	settings: PageSettings = {},
): Promise<Page> {
	const address = `${pathToFileURL(FILE).href}#${part}`;
	return openPage(address, { ...settings, isOffline: true });
}

/** The field in which messages are checked. */
export function messageField(page: Page) {
	return page.getByLabel("Message, or several, one a line");
}

/** What *Save as conversation* shows, once that pane is open. */
export function savedConversation(page: Page): Promise<string> {
	return page.getByRole("textbox", { name: "Conversation" }).inputValue();
}

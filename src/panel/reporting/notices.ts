import type { Cause } from "../state/event.ts";
import { logged } from "../state/log.ts";
import { find, without } from "../state/numbered.ts";
import { done, type Outcome, refused } from "../state/outcome.ts";
import type { NoticeKind, Person } from "../state/remote-access.ts";
import type { Notice } from "../state/runtime.ts";
import type { PanelState } from "../state/state.ts";

/** Notices that wait at a time; the oldest make room. */
export const NOTICE_CAPACITY = 100;

/** What a notice is about, without for whom. */
export type NoticeMatter = Omit<Notice, "id" | "person">;

/** Queues a notice for everybody who wants this kind, except for the people in `but`. */
export function noticed(
	state: PanelState,
	kind: NoticeKind,
	matter: NoticeMatter,
	but: readonly number[] = [],
): PanelState {
	return state.remote.people.reduce(
		(present, person) =>
			person.enabled &&
			person.notices.includes(kind) &&
			!but.includes(person.id)
				? told(present, person, matter)
				: present,
		state,
	);
}

/** Queues a notice for one person, unless the same notice waits already. */
export function told(
	state: PanelState,
	person: Person,
	matter: NoticeMatter,
): PanelState {
	const { notices } = state.runtime;
	const waiting = notices.some(
		(notice) => notice.person === person.id && isSame(notice, matter),
	);
	if (waiting) return state;
	const id = (notices.at(-1)?.id ?? 0) + 1;
	const notice = { id, person: person.id, ...matter };
	return withNotices(state, [...notices, notice].slice(-NOTICE_CAPACITY));
}

/** Notices to send, in order, each with the number it goes to. */
export function dueNotices({
	remote,
	runtime,
}: PanelState): readonly { readonly notice: Notice; readonly to: string }[] {
	if (runtime.cutAt !== null) return [];
	return runtime.notices.flatMap((notice) => {
		const to = find(remote.people, notice.person)?.numbers[0];
		return to === undefined ? [] : [{ notice, to }];
	});
}

/** A notice has gone out. */
export function noticeSent(state: PanelState, id: number): Outcome {
	return find(state.runtime.notices, id) === undefined
		? unknownNotice(state, id)
		: done(withNotices(state, without(state.runtime.notices, id)));
}

/** A notice can never go out; the panel gives it up. */
export function noticeFailed(
	state: PanelState,
	id: number,
	by: Cause,
	now: number,
): Outcome {
	const notice = find(state.runtime.notices, id);
	if (notice === undefined) return unknownNotice(state, id);
	const left = withNotices(state, without(state.runtime.notices, id));
	return done(logged(left, now, by, "not-told", notice.person));
}

function isSame(notice: Notice, matter: NoticeMatter): boolean {
	return (
		notice.about === matter.about &&
		notice.what === matter.what &&
		notice.subject === matter.subject &&
		notice.by === matter.by &&
		notice.at === matter.at
	);
}

function unknownNotice(state: PanelState, id: number): Outcome {
	return refused(
		state,
		"notice/unknown",
		`there is no notice ${id} to send`,
		null,
	);
}

function withNotices(
	state: PanelState,
	notices: readonly Notice[],
): PanelState {
	return { ...state, runtime: { ...state.runtime, notices } };
}

/**
 * As a `ref`: gives the focus to an element when it comes onto the page. A function
 * that is made anew would take it back at each thing that happens.
 */
export function takeFocus(element: HTMLElement | null): void {
	element?.focus();
}

import { useSignal } from "@preact/signals";

/** Changes between the light and the dark set of colours; at first the system's holds. */
export function ThemeButton() {
	const isDark = useSignal(matchMedia("(prefers-color-scheme: dark)").matches);
	return (
		<button
			type="button"
			class="theme"
			aria-label={isDark.value ? "Light colours" : "Dark colours"}
			title={isDark.value ? "Light colours" : "Dark colours"}
			onClick={() => {
				isDark.value = !isDark.value;
				document.documentElement.dataset.theme = isDark.value
					? "dark"
					: "light";
			}}
		>
			<span aria-hidden="true">◑</span>
		</button>
	);
}

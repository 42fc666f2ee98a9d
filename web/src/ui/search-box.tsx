import { useEffect, useId, useRef, useState } from "react";
import css from "./field.module.css";

interface Props {
	label: string;
	value: string;
	onSearch: (text: string) => void;
	placeholder?: string;
	hint?: string;
}

/**
 * Searches while typing, after a pause. Enter does not wait, nor does leaving the box: a search that came after a click elsewhere would
 * call back whoever is on the way to another page. It is no form, so that it can stand in one, which Enter does not send.
 */
export function SearchBox({ label, value, onSearch, placeholder, hint }: Props) {
	const id = useId();
	const [typed, setTyped] = useState(value);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	// The address may change without the box: a filter cleared, a step back.
	useEffect(() => setTyped(value), [value]);
	useEffect(() => () => clearTimeout(timer.current), []);
	const search = (text: string) => {
		clearTimeout(timer.current);
		if (text.trim() !== value) onSearch(text.trim());
	};
	return (
		<div className={css.field}>
			<label htmlFor={id} className={css.label}>
				{label}
			</label>
			<input
				id={id}
				type="search"
				className={css.input}
				dir="auto"
				value={typed}
				placeholder={placeholder}
				aria-describedby={hint && `${id}-hint`}
				onChange={(event) => {
					setTyped(event.target.value);
					const text = event.target.value;
					clearTimeout(timer.current);
					timer.current = setTimeout(() => search(text), 350);
				}}
				onKeyDown={(event) => {
					if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
					event.preventDefault();
					search(typed);
				}}
				onBlur={() => search(typed)}
				enterKeyHint="search"
			/>
			{hint && (
				<span id={`${id}-hint`} className={css.hint}>
					{hint}
				</span>
			)}
		</div>
	);
}

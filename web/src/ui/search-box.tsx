import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import css from "./field.module.css";

interface Props {
	label: string;
	value: string;
	onSearch: (text: string) => void;
	placeholder?: string;
	hint?: string;
}

/** Searches while typing, after a pause; Enter does not wait. */
export function SearchBox({ label, value, onSearch, placeholder, hint }: Props) {
	const id = useId();
	const [typed, setTyped] = useState(value);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	// The address may change without the box: a filter cleared, a step back.
	useEffect(() => setTyped(value), [value]);
	useEffect(() => () => clearTimeout(timer.current), []);
	const search = (text: string, wait: number) => {
		clearTimeout(timer.current);
		timer.current = setTimeout(() => {
			if (text.trim() !== value) onSearch(text.trim());
		}, wait);
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		search(typed, 0);
	};
	return (
		<form className={css.field} onSubmit={submit}>
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
					search(event.target.value, 350);
				}}
			/>
			{hint && (
				<span id={`${id}-hint`} className={css.hint}>
					{hint}
				</span>
			)}
		</form>
	);
}

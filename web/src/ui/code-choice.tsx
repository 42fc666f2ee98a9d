import { Checkbox } from "./checkbox.tsx";
import css from "./code-choice.module.css";
import field from "./field.module.css";
import { ErrorText } from "./field.tsx";

interface Props<Code extends string> {
	label: string;
	hint: string;
	options: readonly { code: Code; name: string }[];
	chosen: ReadonlySet<Code>;
	onChange: (chosen: ReadonlySet<Code>) => void;
	/** What the server says of the choice, or of one of it. */
	error: string | undefined;
}

/** Any number of the things the API names by codes: each by its word, with the code programs know it by. */
export function CodeChoice<Code extends string>(props: Props<Code>) {
	const { label, hint, options, chosen, onChange, error } = props;
	const toggle = (code: Code, on: boolean) => {
		const next = new Set(chosen);
		if (on) next.add(code);
		else next.delete(code);
		onChange(next);
	};
	return (
		<fieldset>
			<legend className={field.label}>{label}</legend>
			<p className={field.hint}>{hint}</p>
			<div className={css.choice}>
				{options.map(({ code, name }) => (
					<Checkbox key={code} isSelected={chosen.has(code)} onChange={(on) => toggle(code, on)}>
						{name} <code className={css.code}>{code}</code>
					</Checkbox>
				))}
			</div>
			{error && (
				<span className={field.error}>
					<ErrorText>{error}</ErrorText>
				</span>
			)}
		</fieldset>
	);
}

/** The server's word on a list or on one of its items. */
export const wordOnAny = (wrong: Readonly<Record<string, string>>, list: string) =>
	Object.entries(wrong).find(([at]) => at === list || at.startsWith(`${list}/`))?.[1];

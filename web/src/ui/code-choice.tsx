import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fold } from "@/i18n/fold.ts";
import { Checkbox } from "./checkbox.tsx";
import css from "./code-choice.module.css";
import field from "./field.module.css";
import { ErrorText, Field } from "./field.tsx";

/** More than this, and one is looked for rather than read through. */
const MANY = 20;

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
	const { t } = useTranslation("common");
	const [typed, setTyped] = useState("");
	const toggle = (code: Code, on: boolean) => {
		const next = new Set(chosen);
		if (on) next.add(code);
		else next.delete(code);
		onChange(next);
	};
	const wanted = fold(typed);
	/** What is chosen stays in sight whatever is looked for. */
	const shown = options.filter(
		({ code, name }) => chosen.has(code) || fold(name).includes(wanted) || code.includes(wanted),
	);
	return (
		<fieldset>
			<legend className={field.label}>{label}</legend>
			<p className={field.hint}>{hint}</p>
			{options.length > MANY && (
				<div className={css.find}>
					<Field label={t("list.find")}>
						{(control) => (
							<input
								{...control}
								type="search"
								dir="auto"
								autoComplete="off"
								value={typed}
								onChange={(event) => setTyped(event.target.value)}
								// The form around it is not what Enter is for here.
								onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
							/>
						)}
					</Field>
				</div>
			)}
			<p className="visually-hidden" role="status">
				{typed && t("list.found", { count: shown.length })}
			</p>
			<div className={css.choice}>
				{shown.length === 0 && <p className="quiet">{t("list.noMatch")}</p>}
				{shown.map(({ code, name }) => (
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

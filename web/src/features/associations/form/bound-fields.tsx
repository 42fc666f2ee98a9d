import { createFormHook, createFormHookContexts } from "@tanstack/react-form";
import { createContext, type ReactNode, use } from "react";
import { useTranslation } from "react-i18next";
import { Checkbox } from "@/ui/checkbox.tsx";
import { DateField } from "@/ui/date-field.tsx";
import field from "@/ui/field.module.css";
import { ErrorText, Remark } from "@/ui/field.tsx";
import { NativeSelect, type Option } from "@/ui/native-select.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { TextField } from "@/ui/text-field.tsx";
import css from "./form.module.css";
import { idOf, pointerOf } from "./values.ts";

/** What is said about each field, by pointer. */
interface Marks {
	errors: Readonly<Record<string, string>>;
	remarks: Readonly<Record<string, string>>;
}
const MarksContext = createContext<Marks>({ errors: {}, remarks: {} });
export function MarksProvider({ marks, children }: { marks: Marks; children: ReactNode }) {
	return <MarksContext value={marks}>{children}</MarksContext>;
}

const { fieldContext, formContext, useFieldContext } = createFormHookContexts();

/** The field at hand with what is said about it. */
export function useMarked<T>() {
	const bound = useFieldContext<T>();
	const { errors, remarks } = use(MarksContext);
	const pointer = pointerOf(bound.name);
	return {
		value: bound.state.value,
		set: (value: T) => bound.handleChange(value),
		mark: { id: idOf(pointer), error: errors[pointer], remark: remarks[pointer] },
	};
}

interface Common {
	label: string;
	hint?: string;
	optional?: boolean;
}

function useNote(optional: boolean | undefined) {
	const { t } = useTranslation("common");
	return optional ? { note: t("state.optional") } : { isRequired: true };
}

function TextBox({
	optional,
	...props
}: Common & {
	dir?: "ltr" | "rtl" | "auto";
	type?: string;
	inputMode?: "decimal";
	multiline?: boolean;
	autoComplete?: "off" | "organization" | "tel" | "email" | "street-address";
}) {
	const { value, set, mark } = useMarked<string>();
	return <TextField {...props} {...mark} {...useNote(optional)} value={value} onChange={set} />;
}

function NumberBox({ optional, ...props }: Common) {
	const { value, set, mark } = useMarked<number | null>();
	return <NumberField {...props} {...mark} {...useNote(optional)} value={value} onChange={set} />;
}

function DateBox({ optional, ...props }: Common) {
	const { value, set, mark } = useMarked<string | null>();
	return <DateField {...props} {...mark} {...useNote(optional)} value={value} onChange={set} />;
}

function Choice({
	optional,
	options,
	onChoose,
	...props
}: Common & { options: readonly Option[]; onChoose?: () => void; isDisabled?: boolean }) {
	const { t } = useTranslation("common");
	const { value, set, mark } = useMarked<string | null>();
	return (
		<NativeSelect
			{...props}
			{...mark}
			{...useNote(optional)}
			empty={t("field.choose")}
			options={options}
			value={value}
			onChange={(id) => {
				set(id);
				onChoose?.();
			}}
		/>
	);
}

/** Several of a list, each with its own box. */
function Several({ label, hint, options }: Common & { options: readonly Option[] }) {
	const { value, set, mark } = useMarked<string[]>();
	return (
		<fieldset className={field.field} id={mark.id} tabIndex={-1}>
			<legend className={field.label}>{label}</legend>
			<Remark>{mark.remark}</Remark>
			{hint && <p className={field.hint}>{hint}</p>}
			<div className={css.several}>
				{options.map((option) => (
					<Checkbox
						key={option.id}
						isSelected={value.includes(option.id)}
						onChange={(on) =>
							set(on ? [...value, option.id].sort() : value.filter((id) => id !== option.id))
						}
					>
						{option.label}
					</Checkbox>
				))}
			</div>
			{mark.error && (
				<span className={field.error}>
					<ErrorText>{mark.error}</ErrorText>
				</span>
			)}
		</fieldset>
	);
}

function Tick({ children, hint }: { children: ReactNode; hint?: string }) {
	const { value, set } = useMarked<boolean>();
	return (
		<Checkbox isSelected={value} onChange={set} hint={hint}>
			{children}
		</Checkbox>
	);
}

export const { useAppForm, withForm } = createFormHook({
	fieldContext,
	formContext,
	fieldComponents: { TextBox, NumberBox, DateBox, Choice, Several, Tick },
	formComponents: {},
});

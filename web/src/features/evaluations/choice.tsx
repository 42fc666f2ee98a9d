import { useTranslation } from "react-i18next";
import { TapChoice, type TapOption } from "@/ui/tap-choice.tsx";
import css from "./evaluations.module.css";

interface Props<Value> {
	label: string;
	options: readonly TapOption<Value>[];
	value: Value | undefined;
	onChange: (value: Value) => void;
	/** Numbers in one row whose ends have words. */
	scale?: boolean;
	missing: boolean;
}

/** One answer of several. */
export function Choice<Value extends string | number | boolean>(props: Props<Value>) {
	const { label, options, value, onChange, scale, missing } = props;
	const { t } = useTranslation("evaluations");
	return (
		<TapChoice
			className={css.choice}
			legend={<b>{label}</b>}
			row={scale ? css.scale : css.words}
			options={options}
			value={value}
			onChange={onChange}
			error={missing ? t("form.choose") : undefined}
			under={
				scale && (
					<p className={css.ends} aria-hidden="true">
						<span>{options[0]?.meaning}</span>
						<span>{options.at(-1)?.meaning}</span>
					</p>
				)
			}
		/>
	);
}

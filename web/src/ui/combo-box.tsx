import { Button } from "react-aria-components/Button";
import { ComboBox as RacComboBox } from "react-aria-components/ComboBox";
import { FieldError } from "react-aria-components/FieldError";
import { Group } from "react-aria-components/Group";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { useTranslation } from "react-i18next";
import { fold } from "@/i18n/fold.ts";
import { useFormat } from "@/i18n/index.tsx";
import { BCP47 } from "@/i18n/locale.ts";
import css from "./field.module.css";
import { ErrorText, type FieldProps } from "./field.tsx";
import { ChevronDown } from "./icons.tsx";
import list from "./list-box.module.css";
import type { Option } from "./native-select.tsx";

interface Props extends FieldProps {
	options: readonly Option[];
	value: string | null;
	onChange: (id: string | null) => void;
	isRequired?: boolean;
	isDisabled?: boolean;
}

/** A list searched by typing, in any spelling: for many options, where scrolling would be long. */
export function ComboBox(props: Props) {
	const { t } = useTranslation("common");
	const { locale } = useFormat();
	const { label, hint, error, note, options, onChange, ...rest } = props;
	return (
		<I18nProvider locale={BCP47[locale]}>
			<RacComboBox
				value={rest.value}
				isRequired={rest.isRequired ?? false}
				isDisabled={rest.isDisabled ?? false}
				onChange={(key) => onChange(key === null ? null : String(key))}
				defaultItems={options}
				defaultFilter={(text, typed) => fold(text).includes(fold(typed))}
				menuTrigger="focus"
				allowsEmptyCollection
				validationBehavior="aria"
				isInvalid={!!error}
				className={css.field ?? ""}
			>
				<Label className={css.label ?? ""}>
					{label}
					{note && <span className={css.note}> ({note})</span>}
				</Label>
				<Group className={css.group ?? ""}>
					<Input className={css.input ?? ""} />
					<Button className={css.inner ?? ""}>
						<ChevronDown size={16} />
					</Button>
				</Group>
				{hint && (
					<Text slot="description" className={css.hint ?? ""}>
						{hint}
					</Text>
				)}
				<FieldError className={css.error ?? ""}>
					{error && <ErrorText>{error}</ErrorText>}
				</FieldError>
				<Popover className={list.popover ?? ""}>
					<ListBox<Option>
						className={list.list ?? ""}
						renderEmptyState={() => <p className={list.none}>{t("list.noMatch")}</p>}
					>
						{(option) => (
							<ListBoxItem id={option.id} textValue={option.label} className={list.option ?? ""}>
								{option.label}
							</ListBoxItem>
						)}
					</ListBox>
				</Popover>
			</RacComboBox>
		</I18nProvider>
	);
}

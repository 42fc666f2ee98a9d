import { Button } from "react-aria-components/Button";
import { type ComboBoxProps, ComboBox as RacComboBox } from "react-aria-components/ComboBox";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { useTranslation } from "react-i18next";
import { fold } from "@/i18n/fold.ts";
import css from "./field.module.css";
import { FieldFrame, type FieldProps } from "./field.tsx";
import { ChevronDown } from "./icons.tsx";
import list from "./list-box.module.css";
import type { Option } from "./native-select.tsx";

type Props = Omit<
	ComboBoxProps<Option>,
	"className" | "children" | "items" | "defaultItems" | "onChange" | "value"
> &
	FieldProps & {
		options: readonly Option[];
		value: string | null;
		onChange: (id: string | null) => void;
		placeholder?: string | undefined;
	};

/** A list searched by typing: for many options, where the platform's list would be a long way down. */
export function ComboBox(props: Props) {
	const { t } = useTranslation("common");
	const { label, hint, error, note, remark, options, value, onChange, placeholder, ...rest } =
		props;
	return (
		<RacComboBox
			{...rest}
			value={value}
			onChange={(key) => onChange(key === null ? null : String(key))}
			defaultItems={options}
			defaultFilter={(text, typed) => fold(text).includes(fold(typed))}
			menuTrigger="focus"
			allowsEmptyCollection
			validationBehavior="aria"
			isInvalid={!!error}
			className={css.field ?? ""}
		>
			<FieldFrame label={label} hint={hint} error={error} note={note} remark={remark}>
				<Group className={css.group ?? ""}>
					<Input className={css.input ?? ""} placeholder={placeholder} />
					<Button className={css.inner ?? ""}>
						<ChevronDown size={16} />
					</Button>
				</Group>
			</FieldFrame>
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
	);
}

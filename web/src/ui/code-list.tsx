import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import css from "./code-list.module.css";
import { Trash } from "./icons.tsx";
import { NativeSelect, type Option } from "./native-select.tsx";

interface Props {
	label: string;
	/** What the list says where nothing more is chosen. */
	empty: string;
	remove: (name: string) => string;
	options: readonly Option[];
	name: (code: string) => string;
	chosen: readonly string[];
	onChange: (chosen: string[]) => void;
	error: string | undefined;
}

/** Any number of many: chosen one after the other from a list, each with the button that takes it out. */
export function CodeList({ label, empty, remove, options, name, chosen, onChange, error }: Props) {
	const { t } = useTranslation("common");
	return (
		<div className={css.codes}>
			<NativeSelect
				label={label}
				note={t("state.optional")}
				empty={empty}
				options={options.filter(({ id }) => !chosen.includes(id))}
				value={null}
				onChange={(id) => id && onChange([...chosen, id].sort())}
				error={error}
			/>
			{chosen.length > 0 && (
				<ul className={css.chosen}>
					{chosen.map((code) => (
						<li key={code}>
							<bdi>{name(code)}</bdi>
							<Button
								small
								variant="quiet"
								aria-label={remove(name(code))}
								onPress={() => onChange(chosen.filter((one) => one !== code))}
							>
								<Trash size={16} />
							</Button>
						</li>
					))}
				</ul>
			)}
		</div>
	);
}

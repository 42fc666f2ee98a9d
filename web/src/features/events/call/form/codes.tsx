import { useTranslation } from "react-i18next";
import { Button } from "@/ui/button.tsx";
import { Trash } from "@/ui/icons.tsx";
import { NativeSelect, type Option } from "@/ui/native-select.tsx";
import css from "./call-form.module.css";

interface Props {
	label: string;
	remove: (name: string) => string;
	options: readonly Option[];
	name: (code: string) => string;
	chosen: readonly string[];
	onChange: (chosen: string[]) => void;
	error: string | undefined;
}

/** Any number of many: chosen one after the other from a list, each with the button that takes it out. */
export function Codes({ label, remove, options, name, chosen, onChange, error }: Props) {
	const { t } = useTranslation(["events", "common"]);
	return (
		<div className={css.codes}>
			<NativeSelect
				label={label}
				note={t("common:state.optional")}
				empty={t(chosen.length > 0 ? "callForm.another" : "callForm.any")}
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

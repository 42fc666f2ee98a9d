import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { Language, type TrainerProfile, type TrainerView } from "@/api/gen/types.gen.ts";
import { putTrainer } from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import { namesOf, noNames, textOf } from "@/i18n/names.ts";
import { useToolName } from "@/reference/use-tool-name.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { wordOnAny } from "@/ui/code-choice.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import field from "@/ui/field.module.css";
import { ErrorText } from "@/ui/field.tsx";
import { Form } from "@/ui/form.tsx";
import { Card } from "@/ui/page.tsx";
import { TextInThree } from "@/ui/text-in-three.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import form from "../form/form.module.css";
import { TOOLS } from "../search.ts";

interface BoxesProps<Code extends string> {
	label: string;
	options: readonly Code[];
	word: (code: Code) => string;
	chosen: readonly Code[];
	onChange: (chosen: Code[]) => void;
	error: string | undefined;
}

/** Any number of few, kept in the order they are shown. */
function Boxes<Code extends string>(props: BoxesProps<Code>) {
	const { label, options, word, chosen, onChange, error } = props;
	return (
		<fieldset>
			<legend className={field.label}>{label}</legend>
			<div className={form.boxes}>
				{options.map((id) => (
					<Checkbox
						key={id}
						isSelected={chosen.includes(id)}
						onChange={(on) =>
							onChange(options.filter((one) => (one === id ? on : chosen.includes(one))))
						}
					>
						{word(id)}
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

/** What somebody teaches, said by themselves or for them. */
export function ProfileForm({ trainer, onClose }: { trainer: TrainerView; onClose: () => void }) {
	const { t } = useTranslation(["training", "common"]);
	const tool = useToolName();
	const queryClient = useQueryClient();
	const action = useAction();
	/** The version that is typed over, whatever is read meanwhile. */
	const [from] = useState(trainer.version);
	const [subjects, setSubjects] = useState(trainer.subjects);
	const [languages, setLanguages] = useState(trainer.languages);
	const [about, setAbout] = useState(trainer.about ? namesOf(trainer.about) : noNames);
	const [missing, setMissing] = useState(false);
	const finish = async (said: string) => {
		await queryClient.invalidateQueries({ queryKey: ["training", "trainers"] });
		say(said);
		onClose();
	};
	const save = (version: number | "*") => {
		// A text is in Arabic, too, once it is in another language.
		const lacks = !about.ar.trim() && !!(about.fr.trim() || about.en.trim());
		setMissing(lacks);
		if (lacks) return;
		const body: TrainerProfile = {
			subjects,
			languages,
			about: about.ar.trim() ? textOf(about) : null,
		};
		void action.run(async () => {
			await putTrainer({
				path: { id: trainer.person_id },
				headers: ifMatch(version),
				body,
				throwOnError: true,
			});
			await finish(t("pool.saved"));
		});
	};
	const said = { ...action.wrong, ...(missing ? { "/about/ar": t("fault.required") } : {}) };
	return (
		<Card title={t("pool.edit")}>
			<Form action={action} onSubmit={() => save(from)}>
				<Boxes
					label={t("pool.subjects")}
					options={TOOLS}
					word={tool}
					chosen={subjects}
					onChange={setSubjects}
					error={wordOnAny(action.wrong, "/subjects")}
				/>
				<Boxes
					label={t("pool.languages")}
					options={Object.values(Language)}
					word={(id) => t(`form.language.${id}`)}
					chosen={languages}
					onChange={setLanguages}
					error={wordOnAny(action.wrong, "/languages")}
				/>
				<TextInThree
					label={t("pool.about")}
					value={about}
					onChange={setAbout}
					said={said}
					at="/about"
					multiline
					folded
				/>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("common:action.save")}
				</SubmitOrCancel>
			</Form>
			{isStale(action.error) && (
				<ConflictDialog
					busy={action.busy}
					onKeepMine={() => save("*")}
					onTakeTheirs={() => void finish(t("common:conflict.taken"))}
					onClose={action.clear}
				/>
			)}
		</Card>
	);
}

package dev.noroshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.NoroshiTest;
import dev.noroshi.identity.Roles;
import dev.noroshi.plan.Runbooks;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.Script;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimeCycle;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What every shipped model keeps to, against the forms, roles, runbooks, time targets and words that really exist. */
@NoroshiTest
class ModelRulesIntegrationTests {

    private static final List<String> MODELS = List.of(
            "incident-response",
            "detect",
            "triage",
            "contain",
            "report",
            "crisis",
            "recover",
            "review",
            "escalation",
            "external-report",
            "follow-up",
            "roster-confirmation");
    private static final Set<String> ROLES = Set.of(
            Roles.SECTION_MANAGER,
            Roles.WINDOW,
            Roles.HANDLER,
            Roles.LEAD,
            Roles.CHIEF,
            Roles.CISO,
            Roles.SYSTEM_MANAGER,
            Roles.PRIVACY_OFFICER,
            Roles.PUBLIC_RELATIONS);
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    private static final Pattern CALL = Pattern.compile("([a-z]+)\\.([A-Za-z]+)\\(([^()]*)\\)");

    @Autowired
    private Forms forms;

    @Autowired
    private Runbooks runbooks;

    @Autowired
    private Processes processes;

    @Autowired
    private ModelNames names;

    @Autowired
    private ApplicationContext application;

    static List<String> models() {
        return MODELS;
    }

    @Test
    void everyModelIsKnownHereAndHasItsTestsOfEveryPath() {
        assertThat(processes.newestEdition()).isNotNull();
        for (String model : MODELS) {
            assertThat(processes.diagram(model, processes.newestEdition())).isPresent();
        }
        assertThat(Stream.of(
                                ContainProcessTests.class,
                                CrisisProcessTests.class,
                                DetectProcessTests.class,
                                EscalationProcessTests.class,
                                ExternalReportProcessTests.class,
                                FollowUpProcessTests.class,
                                IncidentResponseProcessTests.class,
                                RecoverProcessTests.class,
                                ReportProcessTests.class,
                                ReviewProcessTests.class,
                                RosterConfirmationProcessTests.class,
                                TriageProcessTests.class)
                        .map(tests -> tests.getAnnotation(PathsOf.class).value()))
                .containsExactlyInAnyOrderElementsOf(MODELS);
        assertThat(shippedModels()).containsExactlyInAnyOrderElementsOf(MODELS);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyStepOfAPersonSaysWhoUntilWhenHowAndWhy(String model) {
        for (UserTask task : read(model).getModelElementsByType(UserTask.class)) {
            Map<String, String> properties = propertiesOf(task);

            assertThat(task.getName()).as(task.getId()).isNotBlank();
            assertThat(task.getCamundaCandidateGroupsList())
                    .as(task.getId())
                    .isNotEmpty()
                    .isSubsetOf(ROLES);
            assertThat(properties)
                    .as(task.getId())
                    .containsKeys("target", "form", "policy")
                    .doesNotContainValue("");
            assertThat(forms.find(properties.get("form"))).as(task.getId()).isPresent();
            for (long level = 0; level <= 4; level++) {
                Map<String, Object> facts = Map.of("target", properties.get("target"), "level", level);
                assertThat(processes.decide("time-targets", processes.newestEdition(), facts))
                        .as(task.getId())
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyNamedRunbookExistsAndEverySecondPersonHasAFirst(String model) {
        BpmnModelInstance file = read(model);
        for (UserTask task : file.getModelElementsByType(UserTask.class)) {
            Map<String, String> properties = propertiesOf(task);
            String runbook = properties.getOrDefault("runbook", "by-type");
            if (!runbook.equals("by-type")) {
                assertThat(runbooks.find(runbook, Locale.JAPANESE))
                        .as(task.getId())
                        .isPresent();
            }
            if (properties.containsKey("fourEyes")) {
                assertThat((Object) file.getModelElementById(properties.get("fourEyes")))
                        .as(task.getId())
                        .isInstanceOf(UserTask.class);
            }
        }
    }

    /** Whatever is named in Japanese, the model itself and the answers at its gateways too. */
    @ParameterizedTest
    @MethodSource("models")
    void everyNameIsThereInEnglishToo(String model) {
        BpmnModelInstance file = read(model);
        List<BaseElement> named = file.getModelElementsByType(BaseElement.class).stream()
                .filter(element -> element instanceof FlowElement || element instanceof Process)
                .filter(element -> element.getAttributeValue("name") != null)
                .toList();

        assertThat(named).hasSizeGreaterThan(5);
        for (BaseElement element : named) {
            assertThat(element.getAttributeValue("name")).as(element.getId()).containsPattern(JAPANESE);
            assertThat(propertiesOf(element).getOrDefault("nameEn", ""))
                    .as(element.getId())
                    .isNotBlank()
                    .doesNotContainPattern(JAPANESE);
        }
        assertThat(names.inEnglish(processes
                                .diagram(model, processes.newestEdition())
                                .orElseThrow())
                        .replaceAll("(?s)<bpmn:(documentation).*?</bpmn:documentation>", "")
                        .lines()
                        .filter(line -> line.contains(" name=\"") && !line.contains("camunda:property")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).doesNotContainPattern(JAPANESE));
    }

    /** A question is asked where a case parts, not where its ways meet again. */
    @ParameterizedTest
    @MethodSource("models")
    void everyGatewayThatDecidesAsksItsQuestion(String model) {
        for (ExclusiveGateway gateway : read(model).getModelElementsByType(ExclusiveGateway.class)) {
            if (gateway.getOutgoing().size() > 1) {
                assertThat(gateway.getName()).as(gateway.getId()).isNotBlank();
            } else {
                assertThat(gateway.getName()).as(gateway.getId()).isNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothingButTheVocabularyRuns(String model) {
        BpmnModelInstance file = read(model);

        for (Class<? extends ModelElementInstance> forbidden : List.of(
                Script.class,
                ScriptTask.class,
                CamundaScript.class,
                CamundaExecutionListener.class,
                CamundaTaskListener.class,
                CamundaInputOutput.class,
                CamundaOut.class,
                TimeDuration.class,
                TimeCycle.class)) {
            assertThat(file.getModelElementsByType(forbidden))
                    .as(forbidden.getSimpleName())
                    .isEmpty();
        }
        for (ServiceTask step : file.getModelElementsByType(ServiceTask.class)) {
            assertThat(step.getCamundaExpression()).as(step.getId()).isNotBlank();
            assertThat(step.getCamundaClass()).as(step.getId()).isNull();
            assertThat(step.getCamundaDelegateExpression()).as(step.getId()).isNull();
            assertThat(step.getCamundaResultVariable()).as(step.getId()).isNull();
            assertThat(step.isCamundaAsyncBefore()).as(step.getId()).isTrue();
        }
        expressionsOf(file).forEach(this::requireKnownWords);
    }

    @ParameterizedTest
    @MethodSource("models")
    void phasesBelongToTheSameEditionAndGetTheKeyAlone(String model) {
        for (CallActivity phase : read(model).getModelElementsByType(CallActivity.class)) {
            assertThat(phase.getCamundaCalledElementBinding()).as(phase.getId()).isEqualTo("deployment");
            assertThat(MODELS).contains(phase.getCalledElement());
            assertThat(phase.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaIn.class)
                            .list())
                    .as(phase.getId())
                    .singleElement()
                    .satisfies(in -> assertThat(in.getCamundaBusinessKey()).isEqualTo(keyOf(phase)))
                    .satisfies(in -> assertThat(in.getCamundaSource()).isNull());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void modelsAreNamedAndStartWithoutMakingAnyoneWait(String model) {
        BpmnModelInstance file = read(model);
        Process process = file.getModelElementsByType(Process.class).iterator().next();

        assertThat(process.getId()).isEqualTo(model);
        assertThat(process.getName()).isNotBlank();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
        assertThat(process.getCamundaVersionTag()).isNotBlank();
        file.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getScope() instanceof Process)
                .forEach(start -> assertThat(start.isCamundaAsyncBefore()).isTrue());
        for (FlowNode node : file.getModelElementsByType(FlowNode.class)) {
            assertThat(node.getId())
                    .matches("(startEvent|endEvent|event|userTask|serviceTask|callActivity|subProcess"
                            + "|gateway)_[a-z][A-Za-z]*");
        }
    }

    /** The case's key, or that of the segment for which it is called. */
    private static String keyOf(CallActivity phase) {
        return phase.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics each
                ? "${" + each.getCamundaElementVariable() + "}"
                : "${key}";
    }

    private void requireKnownWords(String expression) {
        List<MatchResult> calls = CALL.matcher(expression).results().toList();
        assertThat(calls).as(expression).isNotEmpty();
        assertThat(CALL.matcher(expression).replaceAll("")).as(expression).matches("\\$\\{( |and|or|not)*}");
        Map<String, Class<?>> words = application.getBeansWithAnnotation(PlanVocabulary.class).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, bean -> AopUtils.getTargetClass(bean.getValue())));
        for (MatchResult call : calls) {
            List<String> arguments = Arrays.asList(call.group(3).split(","));
            assertThat(arguments.get(0)).as(expression).isEqualTo("key");
            assertThat(words).as(expression).containsKey(call.group(1));
            assertThat(words.get(call.group(1)).getDeclaredMethods())
                    .as(expression)
                    .anyMatch(method -> Modifier.isPublic(method.getModifiers())
                            && method.getName().equals(call.group(2))
                            && method.getParameterCount() == arguments.size());
        }
    }

    private static List<String> expressionsOf(BpmnModelInstance file) {
        List<String> found = new ArrayList<>();
        file.getModelElementsByType(ServiceTask.class).forEach(it -> found.add(it.getCamundaExpression()));
        file.getModelElementsByType(ConditionExpression.class).forEach(it -> found.add(it.getTextContent()));
        file.getModelElementsByType(TimeDate.class).forEach(it -> found.add(it.getTextContent()));
        file.getModelElementsByType(MultiInstanceLoopCharacteristics.class)
                .forEach(it -> found.add(it.getCamundaCollection()));
        String all = Bpmn.convertToString(file);
        long written = Pattern.compile("[$#]\\{").matcher(all).results().count();
        assertThat(written - found.size())
                .as("further expressions are the keys given to phases")
                .isEqualTo(file.getModelElementsByType(CallActivity.class).size());
        return found;
    }

    private static Map<String, String> propertiesOf(BaseElement element) {
        if (element.getExtensionElements() == null) {
            return Map.of();
        }
        return element
                .getExtensionElements()
                .getChildElementsByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties.class)
                .stream()
                .flatMap(all -> all.getCamundaProperties().stream())
                .collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue));
    }

    private static BpmnModelInstance read(String model) {
        return Bpmn.readModelFromStream(
                ModelRulesIntegrationTests.class.getResourceAsStream("/bpmn/" + model + ".bpmn"));
    }

    private static Set<String> shippedModels() {
        Set<String> names = new TreeSet<>();
        for (String file : new java.io.File("bpmn").list()) {
            if (file.endsWith(".bpmn")) {
                names.add(file.replace(".bpmn", ""));
            }
        }
        return names;
    }
}

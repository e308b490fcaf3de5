package dev.noroshi.plan;

import dev.noroshi.plan.check.PlanFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The shipped plan as an author would change it. */
public final class RevisedPlan {

    /** 庁内放送 after the receipt. */
    public static final String STEP = "userTask_announce";

    private final Map<String, byte[]> files;

    public RevisedPlan() {
        try {
            files = new TreeMap<>(PlanFiles.in(Path.of("bpmn")).contents());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the step 庁内放送 for the window, drawn between 受領 and the end. */
    public static RevisedPlan withAnnouncement() {
        return new RevisedPlan()
                .replace(
                        "detect.bpmn",
                        "sourceRef=\"userTask_receive\" targetRef=\"endEvent_received\"",
                        "sourceRef=\"userTask_receive\" targetRef=\"" + STEP + "\"")
                .replace("detect.bpmn", "<bpmn:endEvent id=\"endEvent_received\"", """
                        <bpmn:userTask id="userTask_announce" name="庁内放送" camunda:asyncAfter="true" camunda:candidateGroups="window">
                          <bpmn:extensionElements>
                            <camunda:properties>
                              <camunda:property name="nameEn" value="Announce in the building" />
                              <camunda:property name="target" value="receive" />
                              <camunda:property name="form" value="confirmation" />
                              <camunda:property name="policy" value="対策基準 5.3(1)①" />
                            </camunda:properties>
                          </bpmn:extensionElements>
                          <bpmn:incoming>flow_receiveToReceived</bpmn:incoming>
                          <bpmn:outgoing>flow_announceToReceived</bpmn:outgoing>
                        </bpmn:userTask>
                        <bpmn:endEvent id="endEvent_received\"""")
                .replace(
                        "detect.bpmn",
                        "<bpmn:incoming>flow_receiveToReceived</bpmn:incoming>\n    </bpmn:endEvent>",
                        "<bpmn:incoming>flow_announceToReceived</bpmn:incoming>\n    </bpmn:endEvent>")
                .replace("detect.bpmn", "<bpmn:sequenceFlow id=\"flow_receiveToReceived\"", """
                        <bpmn:sequenceFlow id="flow_announceToReceived" sourceRef="userTask_announce" targetRef="endEvent_received" />
                        <bpmn:sequenceFlow id="flow_receiveToReceived\"""")
                .replace("detect.bpmn", "<bpmndi:BPMNEdge id=\"flow_receiveToReceived_di\"", """
                        <bpmndi:BPMNShape id="userTask_announce_di" bpmnElement="userTask_announce">
                          <dc:Bounds x="780" y="230" width="120" height="80" />
                        </bpmndi:BPMNShape>
                        <bpmndi:BPMNEdge id="flow_announceToReceived_di" bpmnElement="flow_announceToReceived">
                          <di:waypoint x="840" y="230" />
                          <di:waypoint x="840" y="148" />
                        </bpmndi:BPMNEdge>
                        <bpmndi:BPMNEdge id="flow_receiveToReceived_di\"""");
    }

    /** @throws IllegalStateException when the file has not exactly one such text */
    public RevisedPlan replace(String file, String text, String with) {
        String before = new String(files.get(file), StandardCharsets.UTF_8);
        int at = before.indexOf(text);
        if (at < 0 || before.indexOf(text, at + 1) >= 0) {
            throw new IllegalStateException(file + " has not one " + text);
        }
        files.put(file, before.replace(text, with.stripTrailing()).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** With a model of the city's own: the handover once the level is raised, under another name. */
    static RevisedPlan withAModelOfItsOwn(String id, String name, String nameEn) {
        RevisedPlan plan = new RevisedPlan();
        String crisis = new String(plan.files.get("crisis.bpmn"), StandardCharsets.UTF_8);
        plan.files.put(
                id + ".bpmn",
                crisis.replace("userTask_", "userTask_city_")
                        .replace(
                                "process id=\"crisis\" name=\"対策本部への引継ぎ\"",
                                "process id=\"" + id + "\" name=\"" + name + "\"")
                        .replace("bpmnElement=\"crisis\"", "bpmnElement=\"" + id + "\"")
                        .replace("value=\"Handover to the crisis headquarters\"", "value=\"" + nameEn + "\"")
                        .getBytes(StandardCharsets.UTF_8));
        return plan.replace(
                "incident-response.bpmn",
                "id=\"callActivity_crisisRaised\" name=\"対策本部への引継ぎ\" calledElement=\"crisis\"",
                "id=\"callActivity_crisisRaised\" name=\"対策本部への引継ぎ\" calledElement=\"" + id + "\"");
    }

    SortedMap<String, byte[]> files() {
        return new TreeMap<>(files);
    }

    public byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry("plan/" + file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

package io.github.feedback4j.empty;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;

/**
 * A Java agent that prints a stack trace to the standard error stream whenever the JVM starts a
 * thread, connects a socket, sends a datagram or looks a name up.
 *
 * <p>Everything in the JDK that uses the network or starts a thread passes through the methods
 * below, so nothing escapes by being short, by failing (a flight recording has no event for a
 * connection that is refused), or by using another API (a ProxySelector sees only HTTP, a
 * SocketImplFactory no channels). The trace names the culprit. What the operating system's
 * resolver does is not seen, but the call to it is. The security manager would do the same on 17;
 * newer JDKs have none.
 */
public final class Watch {

  /** The first line of each trace. */
  static final String TRACE = "java.lang.Exception: Stack trace";

  /** Method by class; the names are the same in JDK 17 and 25, and {@code WatchedStart} checks it. */
  private static final Map<String, String> WATCHED = Map.of(
      "java/lang/Thread", "start",
      "java/net/InetAddress", "getAddressesFromNameService",
      "sun/nio/ch/DatagramChannelImpl", "send",
      "sun/nio/ch/Net", "connect");

  private Watch() {}

  /** Begins to watch; the JVM calls this before {@code main}. */
  public static void premain(String arguments, Instrumentation jvm)
      throws ClassNotFoundException, UnmodifiableClassException {
    jvm.addTransformer(new Transformer(), true);
    for (String name : WATCHED.keySet()) {
      jvm.retransformClasses(Class.forName(name.replace('/', '.')));
    }
  }

  /** Writes the jar that {@code -javaagent} wants; the class itself is found on the class path. */
  static Path writeJar(Path folder) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", Watch.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    Path jar = folder.resolve("watch.jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    return jar;
  }

  /** Puts {@code Thread.dumpStack()} in front of the watched methods. */
  private static final class Transformer implements ClassFileTransformer {

    @Override
    public byte @Nullable [] transform(
        @Nullable ClassLoader loader,
        String name,
        @Nullable Class<?> loaded,
        ProtectionDomain domain,
        byte[] bytes) {
      String watched = WATCHED.get(name);
      if (watched == null) {
        return null;
      }
      ClassReader reader = new ClassReader(bytes);
      ClassWriter writer = new ClassWriter(reader, 0);
      reader.accept(new Dumping(writer, watched), 0);
      return writer.toByteArray();
    }
  }

  private static final class Dumping extends ClassVisitor {

    private final String watched;

    Dumping(ClassVisitor next, String watched) {
      super(SpringAsmInfo.ASM_VERSION, next);
      this.watched = watched;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      if (!name.equals(watched)) {
        return next;
      }
      return new MethodVisitor(SpringAsmInfo.ASM_VERSION, next) {
        @Override
        public void visitCode() {
          super.visitCode();
          visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Thread", "dumpStack", "()V", false);
        }
      };
    }
  }
}

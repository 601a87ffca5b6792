package io.github.feedback4j.empty;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application under {@link Watch}, and then does by itself what must not go unseen. */
public final class WatchedStart {

  /** Printed between the start of the application and the proof that the watch is awake. */
  static final String PROOF = "== proof ==";

  private WatchedStart() {}

  /** Starts the application, gives the proof, and ends. */
  public static void main(String[] args) throws IOException, InterruptedException {
    ConfigurableApplicationContext started = SpringApplication.run(EmptyApplication.class, args);
    System.err.println(PROOF);
    startAThread();
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 2, here)) {
      useASocket(here, server.getLocalPort());
      useAChannel(here, server.getLocalPort());
      sendADatagram(here, server.getLocalPort());
    }
    lookUpAName();
    started.close();
  }

  private static void startAThread() throws InterruptedException {
    Thread thread = new Thread(() -> {});
    thread.start();
    thread.join();
  }

  private static void useASocket(InetAddress host, int port) throws IOException {
    new Socket(host, port).close();
  }

  private static void useAChannel(InetAddress host, int port) throws IOException {
    SocketChannel.open(new InetSocketAddress(host, port)).close();
  }

  private static void sendADatagram(InetAddress host, int port) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(new byte[1], 1, host, port));
    }
  }

  private static void lookUpAName() {
    try {
      InetAddress.getAllByName("nobody.invalid");
    } catch (UnknownHostException e) {
      // As it must be: that name is reserved for this.
    }
  }
}
